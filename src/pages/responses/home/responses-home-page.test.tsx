import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Form } from '#core/form/define-form.ts';
import { items } from '#forms/items.ts';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../../testing/app-of-forms.tsx';
import { createAppFixture, type Reply } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
// Loaded here, so that no test has to wait for it.
import '../responses-page.tsx';

afterEach(cleanup);

const today = new Date().toISOString();
const summary = (days: Record<string, number>, more: object = {}): Reply => {
  const count = Object.values(days).reduce((sum, it) => sum + it, 0);
  const newest = count > 0 && { newestAt: today };
  return { status: 200, body: { count, complete: true, days, fields: {}, ...newest, ...more } };
};

function asOwner(path = '/responses') {
  const fixture = createAppFixture(path);
  const owner = { ...mickey, isOwner: true } as const;
  fixture.cognito.enter(owner);
  fixture.storages.local.write('formstead:person', JSON.stringify(owner));
  return { ...fixture, person: userEvent.setup() };
}

/** Opens the page; the cloud answers by the form in the address. */
function openHome(
  replies: Readonly<Record<string, () => Reply>>,
  forms: readonly Form[] = [pwausers, items],
  fixture = asOwner(),
) {
  fixture.answers(
    ...Array.from({ length: 300 }, () => ({ url }: { readonly url: string }) => {
      const [form = ''] = new URL(url).pathname.split('/').slice(2);
      return replies[form]?.() ?? summary({});
    }),
  );
  render(<AppOfForms forms={forms as [Form]} deps={fixture.open()} />);
  return fixture;
}

const rowOf = async (form: string) =>
  (await screen.findByRole('link', { name: form })).closest('tr') ?? expect.fail();

test('an owner sees every form with its responses, the last seven days and when the last one came', async () => {
  openHome({ pwausers: () => summary({ [today.slice(0, 10)]: 12, '2026-01-05': 163 }) });
  const row = await rowOf(pwausers.title);
  await within(row).findByText('175');
  expect(within(row).getByText('12')).toBeTruthy();
  expect(within(row).getByText('Just now')).toBeTruthy();
  expect(await within(await rowOf(items.title)).findByText('No responses yet')).toBeTruthy();
  expect(document.title).toMatch(/^Responses – /);
});

test('a count that the API bounds is shown as at least that', async () => {
  openHome({ pwausers: () => summary({ '2026-01-05': 10_000 }, { complete: false }) });
  expect(await screen.findByText('10,000+')).toBeTruthy();
});

test('responses since the last visit are new until the form’s responses are opened', async () => {
  let days: Record<string, number> = { '2026-11-01': 3 };
  const replies = { pwausers: () => summary(days) };
  const fixture = openHome(replies);
  await screen.findByText('3');
  await waitFor(async () => expect(await fixture.copies()).toHaveLength(1));
  cleanup();

  days = { '2026-11-02': 2, ...days };
  window.history.replaceState(null, '', '/responses');
  openHome(replies, undefined, fixture);
  expect(await screen.findByText('2 new')).toBeTruthy();
  await fixture.person.click(screen.getByRole('link', { name: pwausers.title }));
  await screen.findByRole('heading', { name: pwausers.title });
  await waitFor(async () => expect(await fixture.everythingStored()).toContain('2026-11-02'));
  cleanup();

  window.history.replaceState(null, '', '/responses');
  openHome(replies, undefined, fixture);
  await screen.findByText('5');
  expect(screen.queryByText('2 new')).toBeNull();
});

const reviews = { received: 3, edited: 1, 'sent-back': 2, rejected: 0, approved: 4 };

test('what waits for review is counted for each form and over all, and leads to those responses', async () => {
  openHome({
    pwausers: () => summary({ '2026-11-01': 10 }, { reviews }),
    // Nobody reviews these.
    items: () => summary({ '2026-11-01': 7 }),
  });
  const link = await screen.findByRole('link', { name: '4 to review' });
  expect(link.getAttribute('href')).toBe('/responses/pwausers?state=to-review');
  expect(await screen.findByText('Waiting for review: 4, in 1 form.')).toBeTruthy();
  expect(screen.getAllByRole('link', { name: /to review/ })).toHaveLength(1);
});

test('what is new leads to the responses since the day of the last visit', async () => {
  let days: Record<string, number> = { '2026-11-01': 3 };
  const replies = { pwausers: () => summary(days) };
  const fixture = openHome(replies);
  await waitFor(async () => expect(await fixture.copies()).toHaveLength(1));
  cleanup();
  days = { '2026-11-02': 2, ...days };
  window.history.replaceState(null, '', '/responses');
  openHome(replies, undefined, fixture);
  const link = await screen.findByRole('link', { name: '2 new' });
  expect(link.getAttribute('href')).toBe('/responses/pwausers?from=2026-11-01');
  expect(await screen.findByText('New since your last visit: 2.')).toBeTruthy();
});

test('above eight forms there is a search, which finds a form by any part of its name', async () => {
  const many = Array.from({ length: 20 }, (_, n) => ({
    ...items,
    id: `form-${n}`,
    title: n === 7 ? 'Vögel zählen' : `Form ${n}`,
  }));
  const { person } = openHome({}, many);
  expect(await screen.findAllByRole('row')).toHaveLength(21);
  await person.type(screen.getByRole('searchbox', { name: 'Search forms' }), 'zahl vog');
  expect(screen.getAllByRole('row')).toHaveLength(2);
  await person.type(screen.getByRole('searchbox'), 'x');
  expect(screen.getByText('No matches')).toBeTruthy();
});

test('when counts cannot be loaded, the forms are there, and trying again loads what is missing', async () => {
  let fails = true;
  const { person, sent } = openHome({
    pwausers: () => summary({ '2026-11-01': 3 }),
    items: () => (fails ? 'no network' : summary({ '2026-11-01': 4 })),
  });
  expect((await screen.findByRole('alert')).textContent).toContain('Could not load all counts');
  await within(await rowOf(pwausers.title)).findAllByText('3');
  fails = false;
  const before = sent.length;
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await within(await rowOf(items.title)).findAllByText('4')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(sent.slice(before).filter(({ url }) => url.includes('pwausers/summary')).length).toBe(0);
});

test('the link to a form is copied; where the browser forbids it, it is shown', async () => {
  const writeText = vi.fn<Clipboard['writeText']>(async () => undefined);
  const { person } = openHome({});
  vi.spyOn(window.navigator.clipboard, 'writeText').mockImplementation(writeText);
  const button = await screen.findByRole('button', { name: `Copy link to ${pwausers.title}` });
  await person.click(button);
  expect(writeText).toHaveBeenCalledWith(`${window.location.origin}/pwausers`);
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  writeText.mockRejectedValueOnce(new DOMException('No', 'NotAllowedError'));
  await person.click(button);
  expect(await screen.findByText(`${window.location.origin}/pwausers`)).toBeTruthy();
  vi.restoreAllMocks();
});

test('a person without a role, or signed out, is told so', async () => {
  const fixture = createAppFixture('/responses');
  render(<AppOfForms forms={[pwausers as Form, items as Form]} deps={fixture.open()} />);
  expect(await screen.findByText('Sign in as an owner to read responses.')).toBeTruthy();
  cleanup();
  fixture.signedIn();
  fixture.answers(() => ({ status: 200, body: { items: [] } }));
  render(<AppOfForms forms={[pwausers as Form, items as Form]} deps={fixture.open()} />);
  expect(await screen.findByText(/Only people with a role in a form can read/)).toBeTruthy();
  expect(fixture.sent.map(({ url }) => url)).toEqual(['https://api.example/v1/me/roles']);
});
