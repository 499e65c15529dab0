import type { BrowserContextOptions, Page } from 'playwright-core';
import { injections } from '../core/injections.contract.ts';
import { openDesk } from './at-desk.ts';
import { password } from './person.ts';
import { entryNumber, seed } from './seeded.ts';
import { openStage, type Stage } from './stage.ts';

/** An owner's desk with 130 people on it, four products and three rides. */
export type Desk = {
  readonly stage: Stage;
  /** The responses to a form, once these words are there. */
  of(form: string, words: string, options?: BrowserContextOptions): Promise<Page>;
};

const email = 'owner@example.com';
/** What a table cannot store as it is, no export can give back. */
const lastNames = [...injections.filter((it) => it.isWellFormed()), '=1+1', '-1', '007', "'tis"];

export async function openSeededDesk(): Promise<Desk> {
  const stage = await openStage();
  const { cloud } = stage.world;
  await cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  const people = Array.from({ length: 130 }, (_, n) =>
    entryNumber(n * 600, 'pwausers', {
      fname: n % 2 ? 'Mickey' : 'Zoë',
      lname: lastNames[n] ?? `Mouse ${n}`,
      ...(n % 3 === 0 && { phone: '+49 170 1234567' }),
      ...(n % 5 === 0 && { source: 'friend' }),
      ...(n % 4 === 0 && { news: n % 8 === 0 }),
    }),
  );
  const products = [-5, 0.5, 12, 999].map((price, n) =>
    entryNumber(n, 'products', { name: `Fork ${n}`, category: 'garden', price }),
  );
  const rides = [1, 2, 3].map((n) =>
    entryNumber(n, 'ride', { PickupLocation: { Latitude: 47.6 + n / 10, Longitude: -122 } }),
  );
  await seed(cloud, [...people, ...products, ...rides]);
  return {
    stage,
    async of(form, words, options = {}) {
      const page = await openDesk(stage, { form, email, options });
      await page.getByText(words, { exact: true }).waitFor();
      return page;
    },
  };
}
