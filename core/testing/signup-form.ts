import { email, text } from '../fields/index.ts';
import { defineForm, type Form } from '../form/define-form.ts';

/** A form that anyone can fill in, and that confirms entries to the address in them once it is verified. */
export const signupForm: Form = defineForm({
  id: 'signup',
  version: 1,
  title: 'Summer party',
  action: 'Send',
  access: 'anyone',
  confirmTo: 'email',
  fields: {
    name: text({ label: 'Name' }),
    email: email({ label: 'Email', optional: true }),
  },
});
