import { useEffect, useState } from 'react';
import type { Form } from '#core/form.ts';
import { loaded } from './loaded.ts';

/** Draws anew what shows answers, once its form's fields have what they need beside the app. */
export function useLoaded(form: Form | undefined): void {
  const [, setIsLoaded] = useState(false);
  useEffect(() => {
    if (form) void loaded(form).then(() => setIsLoaded(true));
  }, [form]);
}
