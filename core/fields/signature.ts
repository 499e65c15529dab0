import type { FileReference } from '../files/file-reference.ts';
import type { Field } from '../form/field.ts';
import { filesKind, type FilesOptions } from './files-kind.ts';
import { makeField, type IsRequired } from './make-field.ts';

/** A signature, drawn with a finger or a mouse, or typed. A picture of it is stored. */
export function signature<const Options extends FilesOptions>(
  options: Options,
): Field<readonly FileReference[], IsRequired<Options>> {
  const { largest = 500_000 }: FilesOptions = options;
  const limits = { types: ['image/png'], largest, fewest: 1, most: 1 } as const;
  return makeField(options, { control: { is: 'signature', ...limits }, ...filesKind(limits) });
}
