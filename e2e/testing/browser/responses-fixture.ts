import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { injections } from '../../../core/testing/injection-attempts.ts';
import { openResponses } from './open-responses.ts';
import { password } from '../backend/signed-in-person.ts';
import { numberedEntry, putEntries } from '../backend/put-entries.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from './browser-fixture.ts';

/** The responses of an owner's forms: 130 people, four products and three rides. */
export type ResponsesFixture = {
  readonly fixture: BrowserFixture;
  /**
   * Opens the responses to a form and waits for a heading: in another tab of the owner's device, where the
   * owner signs in the first time, or with options on a new one.
   */
  of(form: string, heading: string, options?: BrowserContextOptions): Promise<Page>;
};

const email = 'owner@example.com';
/** Characters that the table cannot store unchanged, so no export can either. */
const lastNames = [...injections.filter((it) => it.isWellFormed()), '=1+1', '-1', '007', "'tis"];

export async function openResponsesFixture(): Promise<ResponsesFixture> {
  const fixture = await openBrowserFixture(withoutServiceWorker);
  const { cloud } = fixture.backend;
  await cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  const people = Array.from({ length: 130 }, (_, n) =>
    numberedEntry(n * 600, 'pwausers', {
      fname: n % 2 ? 'Mickey' : 'Zoë',
      lname: lastNames[n] ?? `Mouse ${n}`,
      ...(n % 3 === 0 && { phone: '+49 170 1234567' }),
      ...(n % 5 === 0 && { source: 'friend' }),
      ...(n % 4 === 0 && { news: n % 8 === 0 }),
    }),
  );
  const products = [-5, 0.5, 12, 999].map((price, n) =>
    numberedEntry(n, 'products', { name: `Fork ${n}`, category: 'garden', price }),
  );
  const rides = [1, 2, 3].map((n) =>
    numberedEntry(n, 'ride', { PickupLocation: { Latitude: 47.6 + n / 10, Longitude: -122 } }),
  );
  await putEntries(cloud, [...people, ...products, ...rides]);
  let device: BrowserContext | undefined;

  async function openOnDevice(form: string): Promise<Page> {
    if (!device) {
      const first = await openResponses(fixture, { form, email });
      device = first.context();
      return first;
    }
    const page = await device.newPage();
    await page.goto(`${fixture.appUrl}/responses/${form}`);
    return page;
  }

  return {
    fixture,
    async of(form, heading, options) {
      const page = options
        ? await openResponses(fixture, { form, email, options })
        : await openOnDevice(form);
      await page.getByText(heading, { exact: true }).waitFor();
      return page;
    },
  };
}
