import type { FileReference } from '../files/file-reference.ts';
import type { Field } from '../form/field.ts';
import { filesKind, type FilesOptions } from './files-kind.ts';
import { makeField, type IsRequired } from './make-field.ts';

type PhotoOptions = FilesOptions & {
  /** How many photos, if there are any; 1 by default. */
  readonly fewest?: number;
  /** `fewest` by default. */
  readonly most?: number;
  /** In pixels: larger photos are made smaller on the device; 2048 by default. */
  readonly longestEdge?: number;
  /** `place` keeps where and when it was taken, which is removed by default. */
  readonly keep?: 'place';
};

/** Photos, taken or chosen. The device makes them smaller, and removes where they were taken, before it stores them. */
export function photo<const Options extends PhotoOptions>(
  options: Options,
): Field<readonly FileReference[], IsRequired<Options>> {
  const { fewest = 1, most = fewest, longestEdge = 2048, keep }: PhotoOptions = options;
  const { largest = 5_000_000 }: PhotoOptions = options;
  const limits = { types: ['image/jpeg'], largest, fewest, most } as const;
  return makeField(options, {
    control: { is: 'photo', ...limits, longestEdge, ...(keep && { keep }) },
    ...filesKind(limits),
  });
}
