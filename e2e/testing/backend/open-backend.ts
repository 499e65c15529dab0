import { replaceModule } from './replaced-module.ts';
import { statementsOf } from './iam-grants.ts';
import { startTestBackend, type TemplateChange, type TestBackend } from './test-backend.ts';

/** The functions that know the forms. */
const functions = { api: { stack: 'api' }, open: { stack: 'api' }, mail: { stack: 'mail' } };

type Access = 'anyone' | 'invited';

/** The product's forms, each of them with this access. */
const formsWith = (access: Access) => `
import { forms as closed } from './forms/index.ts';
export const forms = closed.map((form) => ({ ...form, access: '${access}' }));
export const formById = (id) => forms.find((form) => form.id === id);
`;

/**
 * A backend on which every form can be filled in without an account: by anyone, or with a personal link. Only its
 * functions' code differs.
 * @param forms the source of a module that takes the place of `forms/index.ts`, if they are not the product's
 * @param change changes the template, which is that of the product's forms
 */
export async function startOpenBackend(
  access: Access = 'anyone',
  forms = formsWith(access),
  change?: TemplateChange,
): Promise<TestBackend> {
  const replaced = await replaceModule(functions, { module: '#forms/index.ts', source: forms });
  return startTestBackend(change, replaced);
}

/** What the template would have if a form had `notify`: the mail function reads who the owners are. */
export const lettingMailReadOwners: TemplateChange = (resource) => {
  for (const statement of statementsOf('mail', resource))
    if (statement.Action.includes('dynamodb:PutItem'))
      statement.Action = [statement.Action, 'dynamodb:Query'].flat();
};
