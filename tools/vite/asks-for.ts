import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import type { Fields } from '../../core/form/answers.ts';
import type { Control } from '../../core/form/field.ts';
import { asksForFiles } from '../../core/form/asks-for-files.ts';

const formsFile = resolve(import.meta.dirname, '../../forms/index.ts');

/** Whether a form has a control, perhaps in a repeat. */
export function asksFor({ fields }: { readonly fields: Fields }, is: Control['is']): boolean {
  return Object.values(fields).some(
    ({ control, instances }) =>
      control.is === is || (instances !== undefined && asksFor(instances, is)),
  );
}

/** Whether a form of this deployment has it. */
export async function anyFormAsksFor(is: Control['is']): Promise<boolean> {
  return (await listedForms()).some((form) => asksFor(form, is));
}

/** Whether a form of this deployment has a map. */
export async function anyFormAsksForLocations(): Promise<boolean> {
  return (await anyFormAsksFor('location')) || anyFormAsksFor('drawing');
}

export async function anyFormAsksForFiles(): Promise<boolean> {
  return (await listedForms()).some(asksForFiles);
}

async function listedForms() {
  const listed = await runnerImport<typeof import('../../forms/index.ts')>(formsFile);
  return listed.module.forms;
}
