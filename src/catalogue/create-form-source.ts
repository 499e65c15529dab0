import type { Form } from '#core/form/define-form.ts';
import type { ListedForm } from '#core/form/listed-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { FillParts, FormSource } from './form-source.ts';

type Catalogue = {
  readonly listed: readonly ListedForm[];
  readonly load: { readonly [id: string]: () => Promise<Form> };
};

type Deps = {
  readonly onlyForm: string;
  readonly catalogue: () => Promise<Catalogue>;
  /** Loads the form that the built page names, and preloads, for its own address. Undefined for all others. */
  readonly inPage: (id: string) => Promise<Form | undefined>;
  readonly loadFillParts: () => Promise<FillParts>;
};

/** Loads each form when it is first opened, and again after a failure. */
export function createFormSource({ onlyForm, catalogue, inPage, loadFillParts }: Deps): FormSource {
  const opened = new Map<string, Form>();
  let fillParts: FillParts | undefined;
  let listed: readonly ListedForm[] | undefined;

  async function load(id: string): Promise<Form | undefined> {
    const form = await inPage(id).catch(() => undefined);
    return form ?? getOwn((await catalogue()).load, id)?.();
  }

  return {
    onlyForm,
    opened: (id) => opened.get(id),
    async open(id) {
      const [form, loaded] = await Promise.all([opened.get(id) ?? load(id), loadFillParts()]);
      fillParts = loaded;
      if (form) opened.set(id, form);
      return form;
    },
    fillParts() {
      if (!fillParts) throw new Error('A form is opened before somebody fills it in.');
      return fillParts;
    },
    listed: () => listed,
    async list() {
      ({ listed } = await catalogue());
      return listed;
    },
  };
}
