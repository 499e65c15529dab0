// First: the styles of the page's parts override it.
import './responses-page.css';
import type { Form } from '#core/form/define-form.ts';
import { FormResponsesPage } from './form-responses-page.tsx';
import { ResponsesHomePage } from './home/responses-home-page.tsx';

type Props = {
  /** Undefined for the page of all forms. */
  readonly form?: Form;
};

/** The owners' pages, in one part of the app: most people never load it, and owners go to and fro. */
export default function ResponsesPage({ form }: Props) {
  return form ? <FormResponsesPage key={form.id} form={form} /> : <ResponsesHomePage />;
}
