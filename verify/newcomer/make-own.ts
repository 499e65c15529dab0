import { execSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { demoPassword } from '../../dev/demo-accounts.ts';
import { mailsIn } from '../../e2e/testing/backend/read-mails.ts';
import { signInOnPage, signUp } from '../../e2e/testing/browser/sign-in-steps.ts';
import { followGuide } from '../../tools/testing/follow-guide.ts';

/** `npm start`, or another command that runs the app. */
export type RunningProject = {
  readonly appUrl: string;
  readonly output: () => string;
  /** Waits for a text in the terminal. */
  readonly until: (expected: string) => Promise<void>;
  /** Like Ctrl+C: ends npm and its children. */
  readonly stop: () => Promise<void>;
};

type Deps = {
  /** The folder of a project in which `npm start` runs. */
  readonly project: string;
  readonly running: RunningProject;
  readonly browser: Browser;
  /** How many entries are stored of an earlier form with the id of the guide's. Owners see them with the new ones. */
  readonly earlier: number;
  /** Called after each step, to print how long it took. */
  readonly step: (what: string) => void;
};

const timeout = 60_000;

/** Does what docs/make-it-yours.md says, while the app runs. */
export async function makeOwn({ project, running, browser, earlier, step }: Deps): Promise<void> {
  const { appUrl, until, output } = running;
  const email = 'you@example.com';
  const later: string[] = [];
  followGuide(project, 'docs/make-it-yours.md', (command) => {
    // Both need the new form and an account.
    if (/sample|add-owner/.test(command)) return void later.push(command);
    runInShell(project, command);
    step(command);
  });
  await until('+ Visit: ');
  await until('− Join us');
  step('the form is announced, and those that came with the project are gone');

  const page = await browser.newPage();
  await page.goto(`${appUrl}visit`);
  await page.getByRole('heading', { name: 'Visit' }).waitFor({ timeout });
  await page.getByLabel('Name').fill('Daisy Duck');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('tab', { name: 'Create account' }).waitFor({ timeout });
  await page.waitForLoadState('networkidle');
  const inbox = { url: /Inbox\s+(http\S+)/.exec(output())?.[1] ?? '' };
  await signUp(page, { email, password: demoPassword, cloud: { inbox } });
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor({ timeout });
  step('an account of one’s own, and the first entry');

  const [sample = '', addOwner = ''] = later;
  runInShell(project, addOwner);
  step(addOwner);
  const owner = await browser.newPage();
  await owner.goto(`${appUrl}sign-in?return=/responses/visit`);
  await owner.getByLabel('Email address', { exact: true }).waitFor({ timeout });
  await owner.waitForLoadState('networkidle');
  await signInOnPage(owner, { email, password: demoPassword });
  await owner.getByText('Daisy Duck').first().waitFor({ timeout });
  step('signed in as the first owner: the response is there');
  runInShell(project, sample);
  step(sample);
  await owner.reload();
  await owner.getByText(`${earlier + 1 + 300} responses`, { exact: true }).waitFor({ timeout });

  for (const path of ['', 'visit', 'entries', 'about', 'api', 'account', 'responses']) {
    await owner.goto(appUrl + path);
    await owner.getByRole('heading', { level: 1 }).waitFor({ timeout });
    await owner.waitForLoadState('networkidle');
    const shown = `${await owner.title()}\n${await owner.locator('body').innerText()}`;
    if (/Formstead/.test(shown)) throw new Error(`/${path} still says Formstead:\n${shown}`);
    if (!/Rivergate/.test(shown)) throw new Error(`/${path} does not say Rivergate:\n${shown}`);
  }
  const mails = JSON.stringify(await mailsIn({ inbox }));
  if (!mails.includes('Your Rivergate code')) throw new Error(`No mail says Rivergate: ${mails}`);
  const accent = await owner.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--accent'),
  );
  if (!accent.includes('1f4e8c')) throw new Error(`The accent is ${accent}.`);
  step('every page has the own name and colours');
}

function runInShell(cwd: string, command: string): void {
  execSync(command, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
