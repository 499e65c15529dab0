import type { FileReference } from '../files/file-reference.ts';
import type { FileType } from '../files/file-types.ts';
import type { Field } from '../form/field.ts';
import { filesKind, type FilesOptions } from './files-kind.ts';
import { makeField, type IsRequired } from './make-field.ts';

type DocumentOptions = FilesOptions & {
  /** The types that are accepted, such as `application/pdf`. Their first bytes are checked, not their names. */
  readonly types: readonly FileType[];
  /** How many files, if there are any; 1 by default. */
  readonly fewest?: number;
  /** `fewest` by default. */
  readonly most?: number;
};

/** Files of the types that the field lists. They are sent as they are. */
export function file<const Options extends DocumentOptions>(
  options: Options,
): Field<readonly FileReference[], IsRequired<Options>> {
  const { types, fewest = 1, most = fewest, largest = 10_000_000 }: DocumentOptions = options;
  const limits = { types, largest, fewest, most };
  return makeField(options, { control: { is: 'file', ...limits }, ...filesKind(limits) });
}
