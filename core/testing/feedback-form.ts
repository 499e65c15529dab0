import { text } from '../fields/index.ts';
import { defineForm, type Form } from '../form/define-form.ts';

/** A form that anyone can fill in, without an account. */
export const feedbackForm: Form = defineForm({
  id: 'feedback',
  version: 1,
  title: 'Feedback',
  action: 'Send',
  access: 'anyone',
  fields: { comment: text({ label: 'Comment' }) },
});
