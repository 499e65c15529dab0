import type { Cognito } from './cognito/server.ts';

/** Good for this machine only: the accounts exist nowhere else. */
export const demoPassword = 'try-formstead-here';

export const demoAccounts = [
  { email: 'person@example.com', groups: [] },
  { email: 'owner@example.com', groups: ['owners'] },
];

/** Two people to try the product as, ready to sign in. */
export async function createDemoAccounts(cognito: Pick<Cognito, 'createPerson'>): Promise<void> {
  for (const account of demoAccounts)
    await cognito.createPerson({ ...account, password: demoPassword });
}
