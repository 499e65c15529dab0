import { use, type ComponentType } from 'react';
import type { ListedForm } from '#core/form/listed-form.ts';
import { LocaleContext } from '../messages/locale.ts';
import { PageNeedsNetwork } from '../ui/needs-network.tsx';
import { LoadingPage } from '../ui/page.tsx';
import { useFormSource } from './form-source.ts';
import { ifReady, useLoaded } from '../ui/use-loaded.ts';

type Forms = { readonly forms: readonly ListedForm[] };

/** Draws a page once the list of forms has loaded, in the language in use. */
export function withFormList(Page: ComponentType<Forms>): ComponentType {
  return function PageWithList() {
    const source = useFormSource();
    const locale = use(LocaleContext);
    const { value, retry } = useLoaded(
      {
        now() {
          const listed = source.listed();
          return listed && ifReady(locale.list(listed));
        },
        load: async () => locale.list(await source.list()),
      },
      locale,
    );
    if (value) return <Page forms={value} />;
    return retry ? <PageNeedsNetwork retry={retry} /> : <LoadingPage />;
  };
}
