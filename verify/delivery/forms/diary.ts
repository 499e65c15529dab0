import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';

/** A sensitive form: its answers must never be stored on a device. */
export const diary = defineForm({
  id: 'diary',
  version: 1,
  title: 'Diary',
  action: 'Send',
  fields: { secret: text({ label: 'Secret', sensitive: true }) },
});
