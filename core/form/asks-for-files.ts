import type { Questions } from './field.ts';

/** Whether a form asks for files, whose bytes are sent after its entries, perhaps in a repeat. */
export function asksForFiles({ fields }: Pick<Questions, 'fields'>): boolean {
  return Object.values(fields).some(
    // A form that is only being checked may have anything as a field.
    (it) => it?.summary === 'files' || (it?.instances !== undefined && asksForFiles(it.instances)),
  );
}
