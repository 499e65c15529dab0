import { hidden, number, text } from '../fields/index.ts';
import { defineForm, type Form } from '../form/define-form.ts';

/** A form that is filled in with a personal link, which may give the name and the visit. */
export const invitedForm: Form = defineForm({
  id: 'reunion',
  version: 1,
  title: 'Reunion',
  action: 'Send',
  access: 'invited',
  fields: {
    name: text({ label: 'Name' }),
    year: number({ label: 'Year', whole: true, optional: true }),
    source: hidden({ label: 'Where the link was' }),
    comment: text({ label: 'Comment', optional: true }),
  },
});
