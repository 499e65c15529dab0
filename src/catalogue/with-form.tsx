import { use, type ReactElement } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { LocaleContext } from '../messages/locale.ts';
import { PageNeedsNetwork } from '../ui/needs-network.tsx';
import { LoadingPage } from '../ui/page.tsx';
import { useFormSource } from './form-source.ts';
import { ifReady, useLoaded } from '../ui/use-loaded.ts';

type Props = {
  readonly id: string;
  /** Called with `undefined` if no form has the id. */
  readonly draw: (form: Form | undefined) => ReactElement;
};

/** Draws a page of a form once the form has loaded, in the language in use. Its `key` is the form's id. */
export function WithForm({ id, draw }: Props) {
  const source = useFormSource();
  const locale = use(LocaleContext);
  const { value, retry } = useLoaded<{ readonly form: Form | undefined }>(
    {
      now() {
        const opened = source.opened(id);
        const form = opened && ifReady(locale.form(opened));
        return form && { form };
      },
      async load() {
        const opened = await source.open(id);
        return { form: opened && (await locale.form(opened)) };
      },
    },
    locale,
  );
  if (value) return <>{draw(value.form)}</>;
  return retry ? <PageNeedsNetwork retry={retry} /> : <LoadingPage />;
}
