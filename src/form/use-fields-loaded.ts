import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { fieldsLoaded } from './fields-loaded.ts';

/**
 * Renders again once the libraries that the form's fields need have loaded.
 * @param names of the fields that are shown; all by default
 */
export function useFieldsLoaded(form: Form | undefined, names?: readonly string[]): void {
  const [, setCount] = useState(0);
  const shown = names?.join(' ');
  useEffect(() => {
    if (!form) return;
    const only = shown === undefined ? undefined : new Set(shown.split(' '));
    const fields = Object.entries(form.fields).filter(([name]) => only?.has(name) ?? true);
    void fieldsLoaded({ fields: Object.fromEntries(fields) }).then(() => setCount((it) => it + 1));
  }, [form, shown]);
}
