import type { Form } from '#core/form/define-form.ts';

/**
 * The form that the built page names for this address, and preloads (tools/vite/prerender.ts). Its file is known
 * before the list of all forms has loaded.
 */
export async function formInPage(id: string): Promise<Form | undefined> {
  const page = document.querySelector<HTMLElement>(`template[data-form="${CSS.escape(id)}"]`);
  const [file] = page?.dataset['modules']?.split(' ') ?? [];
  if (!file) return undefined;
  const exported: object = await import(/* @vite-ignore */ file);
  return Object.values(exported).find((it: Partial<Form>) => it.id === id) as Form | undefined;
}
