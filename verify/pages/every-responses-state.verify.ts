import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFormsFixture } from '../../e2e/testing/app/build-with-forms.ts';
import { numberedEntry, putEntries } from '../../e2e/testing/backend/put-entries.ts';
import { password, signInAs } from '../../e2e/testing/backend/signed-in-person.ts';
import { accessibilityViolations } from '../../e2e/testing/browser/accessibility.ts';
import {
  openBrowserFixture,
  withoutServiceWorker,
  type BrowserFixture,
} from '../../e2e/testing/browser/browser-fixture.ts';
import { writeInvitedForm } from '../open/write-invited-form.ts';
import { writeOpenForms } from '../open/write-open-forms.ts';

/** Milliseconds: two apps are built with forms of their own, and there are a hundred states to look at. */
const timeout = 1_200_000;
const email = 'owner@example.com';

/** One state of the owners' pages. Elements are found without relying on a language. */
type State = {
  readonly name: string;
  readonly path: string;
  /** What the API answers with, instead of what it would. */
  readonly answers?: readonly (readonly [path: RegExp, answer: object | 'none' | 'failure'])[];
  readonly open?: (page: Page) => Promise<void>;
  /** What is there once the state is. */
  readonly shows: string;
};

const form = '/responses/pwausers';
const panel = (at: number) => (page: Page) =>
  page.locator('.responses-toolbar [aria-expanded]').nth(at).click();
const rows = '.responses-table tbody tr';
const responses = /\/v1\/pwausers\/responses/;

const states: readonly State[] = [
  { name: 'all forms', path: '/responses', shows: '.forms-table time' },
  { name: 'nobody has sent it', path: '/responses/ride', shows: '.empty .actions' },
  {
    name: 'loading',
    path: form,
    answers: [[responses, 'none']],
    shows: '.responses-placeholder',
  },
  { name: 'not loaded', path: form, answers: [[responses, 'failure']], shows: '[role=alert]' },
  { name: 'table', path: form, shows: rows },
  { name: 'filters', path: form, open: panel(0), shows: '#responses-filters:not([hidden])' },
  {
    name: 'filtered',
    path: `${form}?q=Person+1&source=friend&from=2026-01-01`,
    open: panel(0),
    shows: rows,
  },
  { name: 'nothing matches', path: `${form}?q=nobody`, shows: '.responses-status output span' },
  { name: 'columns', path: form, open: panel(1), shows: '#responses-columns:not([hidden])' },
  { name: 'saved views', path: form, open: panel(2), shows: '.save-view' },
  {
    name: 'shared views',
    path: form,
    answers: [[/\/v1\/pwausers\/views/, { items: [sharedView()] }]],
    async open(page) {
      await panel(2)(page);
      await page.locator('.saved-views [aria-expanded]').click();
    },
    shows: '.saved-views .save-view',
  },
  {
    name: 'shared views not loaded',
    path: form,
    answers: [[/\/v1\/pwausers\/views/, 'failure']],
    open: panel(2),
    shows: '.responses-panel [role=alert]',
  },
  { name: 'export', path: form, open: panel(3), shows: '#responses-export:not([hidden])' },
  {
    name: 'rows are chosen',
    path: form,
    async open(page) {
      await page.locator('.responses-toolbar [aria-pressed]').click();
      await page.locator('.choice-cell input').nth(1).check();
    },
    shows: '.chosen-bar button',
  },
  { name: 'one response', path: form, open: openFirst, shows: '.responses-detail .facts' },
  {
    name: 'its review, without a note',
    path: form,
    async open(page) {
      await openFirst(page);
      await page.locator('.review .actions .button-second').first().click();
    },
    shows: '.review [role=alert]',
  },
  {
    name: 'what was written about it, and whom it is assigned to',
    path: form,
    answers: [[/\/v1\/pwausers\/responses\?username=/, withComments()]],
    async open(page) {
      await openFirst(page);
      await page.locator('.comments textarea').fill('I know.');
      await page.locator('.comments > button').click();
    },
    shows: '.comment-list li:nth-child(3)',
  },
  { name: 'charts', path: `${form}?view=charts`, open: openTables, shows: '.chart table' },
  {
    name: 'questions crossed, and texts',
    path: `${form}?view=charts`,
    shows: '.crossed-questions td, .text-answers li',
  },
  {
    name: 'charts not loaded',
    path: `${form}?view=charts`,
    answers: [[/\/v1\/pwausers\/summary/, 'failure']],
    shows: '[role=alert]',
  },
  { name: 'sharing', path: `${form}/share`, shows: '.share-qr' },
  {
    name: 'roles',
    path: `${form}/share`,
    open: (page) => page.locator('.members-panel summary').click(),
    shows: '.member-form',
  },
  {
    name: 'deliveries, none',
    path: `${form}?view=deliveries`,
    answers: [[/\/v1\/pwausers\/deliveries/, { webhooks: [], items: [] }]],
    shows: 'main .page-body p, main .deliveries',
  },
  {
    name: 'deliveries',
    path: `${form}?view=deliveries`,
    answers: [[/\/v1\/pwausers\/deliveries/, { webhooks: ['crm'], items: deliveries() }]],
    shows: '.deliveries table tbody tr',
  },
  {
    name: 'deliveries not loaded',
    path: `${form}?view=deliveries`,
    answers: [[/\/v1\/pwausers\/deliveries/, 'failure']],
    shows: '.responses-failed',
  },
  { name: 'on paper', path: `${form}?view=paper`, shows: 'main h1' },
];

const ofOpenForm: readonly State[] = [
  {
    name: 'on hold',
    path: '/responses/feedback',
    answers: [[/onHold=true/, { items: [onHold()] }]],
    open: (page) => page.locator('.on-hold summary').click(),
    shows: '.on-hold-buttons button',
  },
  { name: 'sharing a form for anyone', path: '/responses/feedback/share', shows: '.share-qr' },
];

const ofInvitedForm: readonly State[] = [
  {
    name: 'invitations',
    path: '/responses/reunion/share',
    shows: '.share .table-frame tbody tr',
  },
];

async function openFirst(page: Page): Promise<void> {
  await page.locator(`${rows} a`).first().click();
}

async function openTables(page: Page): Promise<void> {
  await page.locator('.chart summary').first().waitFor();
  for (const it of await page.locator('.chart summary').all()) await it.click();
}

function deliveries(): readonly object[] {
  return (['waiting', 'delivered', 'dead'] as const).map((state, n) => ({
    id: `delivery-${n}`,
    webhook: 'crm',
    event: 'created',
    entry: '019a0000-0000-7000-8000-000000000001',
    respondent: 'person-1',
    at: '2026-11-21T09:41:07.000Z',
    state,
    attempts: n + 1,
    ...(state === 'waiting' && { dueAt: '2026-11-21T10:41:07.000Z' }),
    ...(state !== 'delivered' && { outcome: '503' }),
  }));
}

function sharedView(): object {
  const [by, email, at] = ['reviewer-1', 'olga@example.com', '2026-11-21T09:41:07.000Z'];
  const id = '019a0000-0000-7000-8000-000000000001';
  return { id, name: 'From friends', query: 'answer.source=friend', by, email, at };
}

function withComments(): object {
  const [at, by, email] = ['2026-11-21T09:41:07.000Z', 'reviewer-1', 'olga@example.com'];
  const [first, second, third] = [1, 2, 3].map((n) => `019a0000-0000-7000-8000-00000000000${n}`);
  return {
    items: [
      {
        id: first,
        form: 'pwausers',
        formVersion: 1,
        username: 'person-1',
        version: 1,
        answers: { fname: 'Person 1', lname: 'Mouse' },
        createdAt: at,
        updatedAt: at,
        commentCount: 1,
        assignedTo: 'left@example.com',
      },
    ],
    comments: [
      { id: second, version: 1, text: 'She called: the name is right.', by, email, at },
      { id: third, version: 1, by, email, at, takenBack: { by, email, at } },
    ],
    assignments: [{ id: first, to: 'left@example.com', by, email, at, number: 1 }],
    assignees: [email],
  };
}

function onHold(): object {
  const at = '2026-11-21T09:41:07.000Z';
  return {
    id: '019a0000-0000-7000-8000-000000000001',
    form: 'feedback',
    formVersion: 1,
    username: 'device-1',
    version: 1,
    answers: { comment: 'Nice' },
    createdAt: at,
    updatedAt: at,
    onHold: ['network-burst'],
  };
}

const fixtures: {
  readonly name: string;
  readonly states: readonly State[];
  readonly start: () => Promise<BrowserFixture>;
  started?: BrowserFixture;
}[] = [
  {
    name: 'a form with responses',
    states,
    async start() {
      const fixture = await openBrowserFixture();
      const entries = Array.from({ length: 60 }, (_, n) =>
        numberedEntry(n * 60, 'pwausers', {
          fname: `Person ${n}`,
          lname: 'Mouse',
          ...(n % 2 === 0 && { source: 'friend' }),
        }),
      );
      await putEntries(fixture.backend.cloud, entries);
      return fixture;
    },
  },
  {
    name: 'a form for anyone',
    states: ofOpenForm,
    start: () => openFormsFixture(writeOpenForms),
  },
  {
    name: 'a form with personal links',
    states: ofInvitedForm,
    async start() {
      const fixture = await openFormsFixture(writeInvitedForm);
      const owner = await signInAs(fixture.backend.cloud, 'inviter@example.com', ['owners']);
      const expires = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
      const people = [{ values: { name: 'Ada Lovelace' } }, { email: 'grace@example.com' }];
      const made = await owner.submit('reunion/invitations', { expires, people });
      expect(made.ok, await made.text()).toBe(true);
      return fixture;
    },
  },
];

beforeAll(async () => {
  for (const it of fixtures) {
    it.started = await it.start();
    await it.started.backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  }
}, timeout);

afterAll(async () => {
  for (const it of fixtures) await it.started?.[Symbol.asyncDispose]();
});

const cases = fixtures.flatMap((fixture) =>
  (['en', 'ar'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((theme) => [fixture.name, language, theme, fixture] as const),
  ),
);

test.each(cases)(
  'axe finds nothing in any state of the responses to %s, in %s, %s',
  { timeout },
  async (_name, language, theme, { started, states: all }) => {
    const page = await signedIn(started, language, theme);
    const found: string[] = [];
    for (const it of all) {
      await show(page, started, it);
      found.push(...(await accessibilityViolations(page)).map((what) => `${it.name}: ${what}`));
      expect(await page.evaluate(() => document.documentElement.lang)).toMatch(language);
    }
    expect(found).toEqual([]);
    await page.context().close();
  },
);

test('axe finds a button without a name, and a text that is too pale', { timeout }, async () => {
  const [{ started } = {}] = fixtures;
  const page = await signedIn(started, 'en', 'light');
  const [state = expect.fail('no state')] = states.filter(({ name }) => name === 'filters');
  await show(page, started, state);
  await page.evaluate(() => {
    document.querySelector('.responses-toolbar button')?.replaceChildren();
    for (const it of document.querySelectorAll<HTMLElement>('.responses-status span'))
      it.style.color = '#ccc';
  });
  const found = await accessibilityViolations(page);
  expect(found.map((it) => it.split(':')[0])).toEqual(['button-name', 'color-contrast']);
});

async function signedIn(
  fixture: BrowserFixture | undefined,
  language: 'en' | 'ar',
  theme: 'light' | 'dark',
): Promise<Page> {
  const { browser, appUrl } = fixture ?? expect.fail('not started');
  const context = await browser.newContext({
    ...withoutServiceWorker,
    locale: language === 'en' ? 'en-GB' : language,
    colorScheme: theme,
  });
  const page = await context.newPage();
  await page.goto(`${appUrl}/sign-in?return=/responses`);
  await page.locator('[role=tab]').first().waitFor();
  // Somebody new on this device is first offered an account.
  await page.locator('[role=tab]').first().click();
  await page.locator('input[name=username]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('.forms-table').waitFor();
  return page;
}

async function show(page: Page, fixture: BrowserFixture | undefined, state: State): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  for (const [path, answer] of state.answers ?? [])
    await page.route(path, (route) => {
      if (route.request().method() === 'OPTIONS') return route.continue();
      if (answer === 'none') return undefined;
      if (answer === 'failure') return route.abort();
      return route.fulfill({ json: answer, headers: { 'Access-Control-Allow-Origin': '*' } });
    });
  await page.goto(`${fixture?.appUrl}${state.path}`);
  await page.locator('.page-body > *').first().waitFor();
  const isTable = state.path === form && !state.answers;
  if (isTable) await page.locator(rows).first().waitFor();
  await state.open?.(page);
  await page.locator(state.shows).first().waitFor();
}
