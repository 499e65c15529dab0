import type { Fields } from '../../core/form/answers.ts';

/** Whether a form asks for a barcode, perhaps in a repeat. */
export function hasBarcode({ fields }: { readonly fields: Fields }): boolean {
  return Object.values(fields).some(
    ({ control, instances }) =>
      control.is === 'barcode' || (instances !== undefined && hasBarcode(instances)),
  );
}
