import type { AnswerReader, FieldOptions } from './make-field.ts';
import { fileName, longestFileName } from '../files/file-name.ts';
import { isFileReference, sha256Pattern, type FileReference } from '../files/file-reference.ts';
import type { FileLimits } from '../files/file-limits.ts';
import { extensionsOf, isFileType } from '../files/file-types.ts';
import type { AnswerTexts } from '../form/field.ts';
import { isRecord } from '../values/is-record.ts';
import { joinLabels } from '../values/join-labels.ts';
import { err, ok } from '../values/result.ts';

/** Of every kind of field whose answer is a list of files. */
export type FilesOptions = FieldOptions & {
  /** In bytes: the largest file that is accepted. */
  readonly largest?: number;
};

/** What all kinds of files have in common. */
export function filesKind(limits: FileLimits) {
  // A form that lists no type that can be accepted is refused: core/form/check-control.ts.
  const type = limits.types.find(isFileType) ?? 'application/pdf';
  return {
    summary: 'files',
    missing: 'add',
    limits: { min: limits.fewest, max: limits.most },
    read: (value) => readFiles(value, limits),
    jsonSchema: {
      type: 'array',
      minItems: limits.fewest,
      maxItems: limits.most,
      items: {
        type: 'object',
        properties: {
          id: { type: 'string', format: 'uuid' },
          name: { type: 'string', minLength: 1, maxLength: longestFileName },
          type: { type: 'string', enum: limits.types },
          size: { type: 'integer', minimum: 1, maximum: limits.largest },
          sha256: { type: 'string', pattern: sha256Pattern, description: 'In base64.' },
        },
        required: ['id', 'name', 'type', 'size', 'sha256'],
        additionalProperties: false,
      },
      description: 'The files themselves are sent when the entry has been stored.',
    },
    example: Array.from({ length: limits.fewest }, (_, i) => ({
      id: `018f3c2e-7b1a-7000-8000-0123456789${(171 + i).toString(16)}`,
      name: `example.${extensionsOf(type)[0]}`,
      type,
      size: Math.min(limits.largest, 12_345),
      sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    })),
    show: (answer, texts) =>
      joinLabels(
        answer.map(({ name }) => name),
        [],
        texts?.comma,
      ),
    // An answer to an earlier version of the form may have another shape.
    columns: [
      {
        label: '',
        cell: (it: unknown) =>
          joinLabels((Array.isArray(it) ? it : []).filter(isFileReference).map(({ name }) => name)),
      },
    ],
  } as const satisfies FilesKind;
}

type FilesKind = {
  readonly summary: 'files';
  readonly missing: 'add';
  readonly read: AnswerReader<readonly FileReference[]>;
  readonly example: readonly FileReference[];
  readonly show: (answer: readonly FileReference[], texts?: AnswerTexts) => string;
  readonly [part: string]: unknown;
};

/** The number of files is checked first, so that a list of any length costs nothing. */
function readFiles(
  value: unknown,
  { types, largest, fewest, most }: FileLimits,
): ReturnType<AnswerReader<readonly FileReference[]>> {
  if (!Array.isArray(value)) return err('no-file');
  const { length } = value;
  if (length > most)
    return err({ code: 'many-instances', limits: { max: most, over: length - most } });
  if (length < fewest)
    return err({ code: 'few-instances', limits: { min: fewest, over: fewest - length } });
  const files = value.map(readFile);
  const ids = new Set(files.map((it) => it?.id));
  if (ids.size < length || ids.has(undefined)) return err('no-file');
  const read = files.filter((it) => it !== undefined);
  const isAccepted = read.every(
    ({ type, size }) => types.includes(type) && size > 0 && size <= largest,
  );
  return isAccepted ? ok(read) : err('wrong-file');
}

/** Ids are compared, and are keys, so they are all in lower case. */
function readFile(value: unknown): FileReference | undefined {
  const isSmall = isRecord(value) && String(value['name']).length <= longestGivenName;
  if (!isSmall || !isFileReference(value)) return undefined;
  const { id, name, type, size, sha256 } = value;
  if (!isFileType(type)) return undefined;
  return { id: id.toLowerCase(), name: fileName(name, type), type, size, sha256 };
}

/** Names with a path are longer than those that are stored. */
const longestGivenName = 1000;
