import type { FileReference } from '../files/file-reference.ts';
import type { Field } from '../form/field.ts';
import { filesKind, type FilesOptions } from './files-kind.ts';
import { makeField, type IsRequired } from './make-field.ts';

type AudioOptions = FilesOptions & {
  /** How many recordings, if there are any; 1 by default. */
  readonly fewest?: number;
  /** `fewest` by default. */
  readonly most?: number;
  /** In seconds: a recording ends by itself then; 300 by default. Files that are chosen may be longer. */
  readonly longest?: number;
};

/** Recordings of a voice or a sound, made on the page or chosen. A minute takes about 250 kB. */
export function audio<const Options extends AudioOptions>(
  options: Options,
): Field<readonly FileReference[], IsRequired<Options>> {
  const { fewest = 1, most = fewest, longest = 300, largest = 20_000_000 }: AudioOptions = options;
  const limits = { types, largest, fewest, most };
  return makeField(options, { control: { is: 'audio', ...limits, longest }, ...filesKind(limits) });
}

/** What browsers record, the first two, and what other apps do. */
const types = ['audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/wav'] as const;
