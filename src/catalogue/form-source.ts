import { createContext, use } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { WithFilling } from '../form/with-filling.tsx';
import type { ListedForm } from '#core/form/listed-form.ts';

/** What is needed to fill in any form, and not to draw it: loaded after everything that draws. */
export type FillParts = { readonly WithFilling: typeof WithFilling };

/** Where pages get the forms from: each by itself, and what lists show of all. */
export type FormSource = {
  /** The id of the only form, which is the home page; `''` if there are several. */
  readonly onlyForm: string;
  /** Undefined if there is no such form. Rejects if it cannot be loaded. */
  open(id: string): Promise<Form | undefined>;
  /** What fills in forms. There once one has been opened. */
  fillParts(): FillParts;
  /** The form, if it has been opened before. */
  opened(id: string): Form | undefined;
  /** All forms. Rejects if they cannot be loaded. */
  list(): Promise<readonly ListedForm[]>;
  /** The list, if it has been loaded before. */
  listed(): readonly ListedForm[] | undefined;
};

export const FormSourceContext = createContext<FormSource | undefined>(undefined);

export function useFormSource(): FormSource {
  const source = use(FormSourceContext);
  if (!source) throw new Error('Pages are drawn inside a FormSourceContext.');
  return source;
}
