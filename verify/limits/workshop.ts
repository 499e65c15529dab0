import { text } from '../../core/fields/index.ts';
import { defineForm } from '../../core/form/define-form.ts';

/** Everybody comes at once and from one address, as the people of one company do. */
const many = 1_000_000;

/** A form for anyone with ten seats. */
export const workshop = defineForm({
  id: 'workshop',
  version: 1,
  title: 'Workshop',
  action: 'Book',
  access: 'anyone',
  limits: { entries: 10 },
  shield: { perHour: { device: many, addressRange: many, form: many } },
  fields: { name: text({ label: 'Name' }) },
});
