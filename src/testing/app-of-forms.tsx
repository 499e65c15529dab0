import { useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { toListedForm } from '#core/form/listed-form.ts';
import { App } from '../app/app.tsx';
import type { FormSource } from '../catalogue/form-source.ts';
import type { Deps } from '../deps.ts';
import { WithFilling } from '../form/with-filling.tsx';
// As on a device that has preloaded it: late, it would take the focus from the box in which a test types by then.
import '../form/error-summary.tsx';

type Props = { readonly forms: readonly Form[]; readonly deps: Deps };

/** The app with these forms instead of the deployment's, all of them loaded. */
export function AppOfForms({ forms, deps }: Props) {
  const [source] = useState(() => formSourceOf(forms));
  return <App forms={source} deps={deps} />;
}

function formSourceOf(forms: readonly Form[]): FormSource {
  const opened = (id: string) => forms.find((it) => it.id === id);
  const listed = () => list;
  const list = forms.map(toListedForm);
  return {
    onlyForm: forms.length === 1 ? (forms[0]?.id ?? '') : '',
    opened,
    open: async (id) => opened(id),
    fillParts: () => ({ WithFilling }),
    listed,
    list: async () => list,
  };
}
