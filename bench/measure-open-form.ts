import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openFormsFixture } from '../e2e/testing/app/build-with-forms.ts';
import { seesDelivered } from '../e2e/testing/offline/app-on-device.ts';
import { writeOpenForms } from '../verify/open/write-open-forms.ts';
import { filesOfForm, filesOfPage } from './files-of-page.ts';
import type { Measures } from './statistics.ts';

/**
 * What people load who have only a link: first to read the form, then until their entry has arrived. The second is
 * everything that a browser requested, so a part that is loaded without need is in it.
 */
export async function measureOpenForm(): Promise<Measures> {
  await using fixture = await openFormsFixture(writeOpenForms);
  const textOf = async (file: string) => (await fetch(new URL(file, fixture.appUrl))).text();
  const index = await textOf('/');
  const first = [...filesOfPage(index), ...filesOfForm(index, 'feedback')].filter(isScript);
  await using context = await fixture.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const requested = new Set<string>();
  page.on('request', (it) => void requested.add(new URL(it.url()).pathname));
  await sendEntry(page, `${fixture.appUrl}/feedback`);
  const untilSent = [...requested].filter(isScript);
  const kB = async (files: readonly string[]) => {
    const sizes = files.map(async (it) => gzipSync(await textOf(it), { level: 9 }).length);
    return { value: (await Promise.all(sizes)).reduce((sum, it) => sum + it, 0) / 1000 };
  };
  return {
    'open form: first-load JavaScript (kB, gzip)': await kB(first),
    'open form: JavaScript up to a first sent entry (kB, gzip)': await kB(untilSent),
  };
}

async function sendEntry(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByLabel('What should we know?').fill('All was well.');
  await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await seesDelivered(page);
  await page.waitForLoadState('networkidle');
}

const isScript = (path: string) => path.endsWith('.js');
