import { getOwn } from '../values/own-property.ts';
import type { Field } from './field.ts';
import type { Form } from './define-form.ts';

/** What is wrong with the question whose answer is the address for the confirmation. */
export function issueOfConfirmTo(
  form: Pick<Form, 'access' | 'confirmTo' | 'fields'>,
): string | false {
  const { access, confirmTo, fields } = form;
  if (confirmTo === undefined) return false;
  if (access !== 'anyone')
    return "confirmTo needs access: 'anyone': the confirmation of everybody else goes to their account’s address.";
  return (
    getOwn<Field>(fields, confirmTo)?.jsonSchema['format'] !== 'idn-email' &&
    `confirmTo is "${confirmTo}", which is not an email field of this form.`
  );
}
