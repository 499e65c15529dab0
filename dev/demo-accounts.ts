import type { Cognito } from '../packages/amplify-local/services/cognito/cognito-server.ts';

/** Not a secret: these accounts exist on this machine only. */
export const demoPassword = 'try-the-forms-here';

export const demoAccounts = [
  { email: 'person@example.com', groups: [] },
  { email: 'owner@example.com', groups: ['owners'] },
];

/** Two accounts to try the product with: somebody who fills in forms, and an owner. */
export async function createDemoAccounts(cognito: Pick<Cognito, 'createPerson'>): Promise<void> {
  for (const account of demoAccounts)
    await cognito.createPerson({ ...account, password: demoPassword });
}
