import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { fieldsLoaded } from './fields-loaded.ts';

/** Renders again once the libraries that the form's fields need have loaded. */
export function useFieldsLoaded(form: Form | undefined): void {
  const [, setIsLoaded] = useState(false);
  useEffect(() => {
    if (form) void fieldsLoaded(form).then(() => setIsLoaded(true));
  }, [form]);
}
