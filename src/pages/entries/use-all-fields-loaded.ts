import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { fieldsLoaded } from '../../form/fields-loaded.ts';

/**
 * Renders again once the libraries that the fields of all these forms need have loaded: a search looks at every
 * answer as people read it, and a line shows only the first few.
 */
export function useAllFieldsLoaded(forms: ReadonlyMap<string, Form | undefined> | undefined): void {
  const [, setCount] = useState(0);
  useEffect(() => {
    const opened = [...(forms?.values() ?? [])].filter((it) => it !== undefined);
    if (opened.length === 0) return;
    void Promise.all(opened.map(fieldsLoaded)).then(() => setCount((it) => it + 1));
  }, [forms]);
}
