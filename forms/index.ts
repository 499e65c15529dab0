import type { Form } from '#core/form.ts';
import { pwausers } from './pwausers.ts';

/** The forms this deployment serves; the first is the one people see when they open the app. */
export const forms: readonly [Form, ...Form[]] = [pwausers];

export function formById(id: string): Form | undefined {
  return forms.find((form) => form.id === id);
}
