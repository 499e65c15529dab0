import type { FormError } from '#core/form/safe-call.ts';

/**
 * Logs an error in a form's own function to its author: it got answers to another version, or a value of
 * a newer server.
 */
export function reportFormError({ form, function: name, error }: FormError): void {
  console.error(`The form "${form}" failed in ${name}: ${error}.`);
}
