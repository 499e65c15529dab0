import type { AddressPart } from '../form/address-part.ts';
import type { Field } from '../form/field.ts';
import type { IssueCode } from '../form/issue-messages.ts';
import { isBlank } from '../values/blank.ts';
import { isRecord } from '../values/is-record.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok } from '../values/result.ts';
import { tidyLine } from '../values/tidy-text.ts';
import {
  makeField,
  type AnswerReader,
  type FieldOptions,
  type IsRequired,
  type ReadIssue,
} from './make-field.ts';
import { textKind } from './text.ts';

type AddressOptions = FieldOptions & {
  /**
   * What is asked, in this order; a part with a question mark is optional. By default
   * `['line1', 'line2?', 'town', 'region?', 'postcode?']`.
   */
  readonly parts?: readonly (AddressPart | `${AddressPart}?`)[];
};

const usualParts = ['line1', 'line2?', 'town', 'region?', 'postcode?'] as const;

type PartsOf<Options> = Options extends { readonly parts: infer Parts extends readonly string[] }
  ? Parts[number]
  : (typeof usualParts)[number];
type RequiredPart<Part> = Part extends `${string}?` ? never : Part;
type OptionalPart<Part> = Part extends `${infer Name}?` ? Name : never;

/** The answer: a text for each part that was filled in. */
export type Address<Options = unknown> = {
  readonly [Part in RequiredPart<PartsOf<Options>> & string]: string;
} & { readonly [Part in OptionalPart<PartsOf<Options>> & string]?: string };

const example: Readonly<Record<AddressPart, string>> = {
  line1: '12 Mill Lane',
  line2: 'Flat 3',
  town: 'Bristol',
  region: 'Somerset',
  postcode: 'BS1 4ST',
  country: 'United Kingdom',
};

/** A postal address, in parts that the browser can fill in together. */
export function address<const Options extends AddressOptions>(
  options: Options,
): Field<Address<Options>, IsRequired<Options>> {
  const { parts: given = usualParts }: AddressOptions = options;
  const parts = given.map((it) => ({
    name: it.replace('?', '') as AddressPart,
    isRequired: !it.endsWith('?'),
  }));
  const required = parts.filter((it) => it.isRequired).map(({ name }) => name);
  const schemas = parts.map(({ name }) => [name, part.jsonSchema] as const);
  return makeField(options, {
    control: { is: 'address', parts },
    missing: 'enter',
    read: readAddress(parts) as AnswerReader<Address<Options>>,
    jsonSchema: {
      type: 'object',
      properties: Object.fromEntries(schemas),
      ...(required.length > 0 && { required }),
      minProperties: 1,
      additionalProperties: false,
    },
    example: Object.fromEntries(parts.map(({ name }) => [name, example[name]])) as Address<Options>,
    columns: parts.map(({ name }) => ({
      label: columnLabels[name],
      cell: (answer) => textIn(answer, name),
    })),
    show: (answer) => parts.flatMap(({ name }) => textIn(answer, name) ?? []).join(', '),
  });
}

/** Of an exported file. */
const columnLabels: Readonly<Record<AddressPart, string>> = {
  line1: 'Line 1',
  line2: 'Line 2',
  town: 'Town or city',
  region: 'Region',
  postcode: 'Postcode',
  country: 'Country',
};

function textIn(answer: unknown, name: AddressPart): string | undefined {
  const text = isRecord(answer) ? getOwn(answer, name) : undefined;
  return typeof text === 'string' ? text : undefined;
}

const part = textKind({ max: 100 }, tidyLine);

type Part = { readonly name: AddressPart; readonly isRequired: boolean };

function readAddress(parts: readonly Part[]): AnswerReader<Readonly<Record<string, string>>> {
  const isPart = (key: string) => parts.some(({ name }) => name === key);
  return (value) => {
    if (!isRecord(value) || !Object.keys(value).every(isPart))
      return err(issueWith('no-address', parts));
    const filled = parts.filter(({ name }) => !isBlank(getOwn(value, name)));
    const missing = parts.filter((it) => it.isRequired && !filled.includes(it));
    if (missing.length > 0) return err(issueWith('no-part', missing));
    if (filled.length === 0) return err(issueWith('no-part', parts.slice(0, 1)));
    const read = filled.map(({ name }) => [name, part.read(getOwn(value, name))] as const);
    const wrong = read.find(([, it]) => !it.ok)?.[1];
    if (wrong && !wrong.ok) return err(ofPart(wrong.problem));
    return ok(Object.fromEntries(read.flatMap(([name, it]) => (it.ok ? [[name, it.value]] : []))));
  };
}

function issueWith(code: IssueCode, parts: readonly Part[]): ReadIssue {
  return { code, limits: { parts: parts.map(({ name }) => name) } };
}

/** The issue with the limits of the part, which are not those of the address. */
function ofPart(issue: ReadIssue): ReadIssue {
  const { code, limits } = typeof issue === 'string' ? { code: issue, limits: {} } : issue;
  return { code, limits: { ...part.limits, ...limits } };
}
