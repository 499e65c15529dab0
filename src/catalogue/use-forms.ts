import { use } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { LocaleContext } from '../messages/locale.ts';
import { useFormSource } from './form-source.ts';
import { ifReady, useLoaded } from '../ui/use-loaded.ts';

/** By id. Undefined for a form that is unknown to this version of the app, or could not be loaded. */
type Forms = ReadonlyMap<string, Form | undefined>;

/** The forms with these ids, in the language in use. */
export function useForms(ids: readonly string[]): {
  readonly forms: Forms;
  /** Some of them may be missing so far. */
  readonly isLoading: boolean;
} {
  const source = useFormSource();
  const locale = use(LocaleContext);
  const wanted = [...new Set(ids)].toSorted();
  const { value: forms = none } = useLoaded<Forms>(
    {
      now() {
        const opened = wanted.flatMap((id) => {
          const form = source.opened(id);
          const translated = form && ifReady(locale.form(form));
          return translated ? [[id, translated] as const] : [];
        });
        return opened.length === wanted.length ? new Map(opened) : undefined;
      },
      async load() {
        const opened = wanted.map(async (id) => {
          const form = await source.open(id).catch(() => undefined);
          return [id, form && (await locale.form(form))] as const;
        });
        return new Map(await Promise.all(opened));
      },
    },
    `${locale.language} ${wanted.join(' ')}`,
  );
  return { forms, isLoading: wanted.some((id) => !forms.has(id)) };
}

const none: Forms = new Map();
