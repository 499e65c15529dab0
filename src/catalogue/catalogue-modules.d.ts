/** The forms of this deployment, generated from `forms/index.ts` by `tools/vite/catalogue.ts`. */
declare module '#catalogue' {
  import type { Form } from '#core/form/define-form.ts';
  import type { ListedForm } from '#core/form/listed-form.ts';
  /** In the order of the home page. */
  export const listed: readonly ListedForm[];
  /** Loads a form, by its id. */
  export const load: { readonly [id: string]: () => Promise<Form> };
}

/** What is known of the forms from the first moment, however many they are. */
declare module '#catalogue/first' {
  /** The id of the only form, `''` if there are several. */
  export const onlyForm: string;
}

/** The ids of the forms with a sensitive field. */
declare module '#catalogue/sensitive' {
  export const sensitiveForms: readonly string[];
}

/** The ids of the forms that are filled in with a personal link. */
declare module '#catalogue/invited' {
  export const invitedForms: readonly string[];
}

/** Whether any form asks for files. */
declare module '#catalogue/files' {
  export const asksForFiles: boolean;
}

/** The forms in Arabic, as far as they are translated, by their ids: from `forms/in-arabic.ts`. */
declare module '#catalogue/arabic' {
  import type { ListedTexts } from '#core/form/listed-form.ts';
  import type { FormTranslation } from '#core/form/translate-form.ts';
  export const texts: { readonly [id: string]: ListedTexts };
  export const load: { readonly [id: string]: () => Promise<FormTranslation> };
}
