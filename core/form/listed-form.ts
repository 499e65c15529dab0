import { isOpen, isSensitive, type Form } from './define-form.ts';

/** What lists show of a form, without its questions. */
export type ListedForm = Pick<
  Form,
  'id' | 'version' | 'title' | 'introduction' | 'group' | 'action' | 'access'
> & {
  /** Whether it has a sensitive field: `isSensitive`. */
  readonly sensitive: boolean;
  /** Untranslated, if this is a translation. */
  readonly original?: ListedForm;
};

/** The texts of a listed form, which a translation replaces. */
export type ListedTexts = Pick<ListedForm, 'title' | 'introduction' | 'group' | 'action'>;

export function toListedForm(form: Form): ListedForm {
  const { id, version } = form;
  return {
    id,
    version,
    ...listedTexts(form),
    sensitive: isSensitive(form),
    ...(isOpen(form) && { access: form.access }),
  };
}

export function listedTexts({ title, introduction, group, action }: ListedTexts): ListedTexts {
  return { title, ...(introduction && { introduction }), ...(group && { group }), action };
}
