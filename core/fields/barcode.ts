import type { BarcodeFormat, Field } from '../form/field.ts';
import { tidyLine } from '../values/tidy-text.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { textKind } from './text.ts';

type BarcodeOptions = FieldOptions & {
  /** The kinds of code that are read, such as `qr_code` or `ean_13`; all of them by default. */
  readonly formats?: readonly BarcodeFormat[];
  /** In characters; 500 by default. */
  readonly max?: number;
  /** A valid answer, for the API’s description and for tests. */
  readonly example?: string;
};

/** The text of a barcode or a QR code, read by the device’s camera, or typed. */
export function barcode<const Options extends BarcodeOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { formats, max = 500, example = '4006381333931' }: BarcodeOptions = options;
  return makeField(options, {
    control: { is: 'barcode', isCode: true, ...(formats && { formats }) },
    missing: 'enter',
    ...textKind({ max }, tidyLine),
    example,
  });
}
