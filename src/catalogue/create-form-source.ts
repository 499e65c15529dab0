import type { Form } from '#core/form/define-form.ts';
import type { ListedForm } from '#core/form/listed-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { FormSource } from './form-source.ts';

type Catalogue = {
  readonly listed: readonly ListedForm[];
  readonly load: { readonly [id: string]: () => Promise<Form> };
};

type Deps = {
  readonly onlyForm: string;
  readonly catalogue: () => Promise<Catalogue>;
  /** Loads the form that the built page names, and preloads, for its own address. Undefined for all others. */
  readonly inPage: (id: string) => Promise<Form | undefined>;
};

/** Loads each form when it is first opened, and again after a failure. */
export function createFormSource({ onlyForm, catalogue, inPage }: Deps): FormSource {
  const opened = new Map<string, Form>();
  let listed: readonly ListedForm[] | undefined;
  return {
    onlyForm,
    opened: (id) => opened.get(id),
    async open(id) {
      const form =
        opened.get(id) ??
        (await inPage(id).catch(() => undefined)) ??
        (await getOwn((await catalogue()).load, id)?.());
      if (form) opened.set(id, form);
      return form;
    },
    listed: () => listed,
    async list() {
      ({ listed } = await catalogue());
      return listed;
    },
  };
}
