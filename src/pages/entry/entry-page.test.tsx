import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { entryReference } from '#core/entries/entry-reference.ts';
import { pwausers } from '#forms/pwausers.ts';
import { ride } from '#forms/ride.ts';
import type { Deps } from '../../deps.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { textBeside } from '../../testing/text-beside.ts';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
// Loaded here, so that no test waits for them.
import '../../app/secondary-pages.tsx';

afterEach(cleanup);

const id = '019a0000-0000-7000-8000-000000000001';
const answers = { fname: 'Mickey', lname: 'Mouse', source: 'friend', news: true };
const mine = (more: object = {}) => ({
  ...stored({ headers: new Headers(), body: answers } as Sent),
  id,
  ...more,
});
const gone: Reply = { status: 410, body: { code: 'gone', title: 'Withdrawn' } };

function open(...replies: ((sent: Sent) => Reply)[]) {
  const fixture = createAppFixture(`/entries/pwausers/${id}`);
  fixture.signedIn();
  fixture.answers(...replies);
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  return { ...fixture, person: userEvent.setup() };
}

const button = (name: string) => screen.findByRole('button', { name });

test('an entry’s page has its answers with the form’s labels, its reference and its history', async () => {
  open(() => ({
    status: 200,
    body: mine({ version: 3, updatedAt: '2026-11-21T10:00:00.000Z' }),
  }));
  expect(await screen.findByRole('heading', { name: 'Join us', level: 1 })).toBeTruthy();
  expect(textBeside('First name')).toBe('Mickey');
  expect(textBeside('How did you hear about us?')).toBe('From a friend');
  expect(textBeside('Reference')).toBe(entryReference(id));
  expect(textBeside('Status')).toBe('Sent');
  expect(screen.getByText('(2 changes)')).toBeTruthy();
  const main = within(screen.getByRole('main'));
  const edit = main.getByRole('link', { name: 'Edit' });
  expect(edit.getAttribute('href')).toBe(`/entries/pwausers/${id}/edit`);
  const back = main.getByRole('link', { name: 'My entries' });
  expect(back.getAttribute('href')).toBe('/entries?form=pwausers');
});

test('an entry can be printed, without the buttons of its page', async () => {
  const { person } = open(() => ({ status: 200, body: mine() }));
  await person.click(await screen.findByRole('link', { name: 'Print the entry, or save as PDF' }));
  const entry = within(await screen.findByRole('article', { name: 'Join us' }));
  expect(
    entry.getByText('How did you hear about us?').closest('dt')?.nextElementSibling?.textContent,
  ).toBe('From a friend');
  expect(entry.getByText(entryReference(id))).toBeTruthy();
  expect(entry.queryByRole('button')).toBeNull();
  await person.click(screen.getByRole('link', { name: 'Back' }));
  expect(await button('Withdraw')).toBeTruthy();
});

test('what the form answers, and what the server added, is there again', async () => {
  const fixture = createAppFixture(`/entries/ride/${id}`);
  fixture.signedIn();
  const example = Object.fromEntries(
    Object.entries(ride.fields).map(([name, field]) => [name, field.example]),
  );
  const derived = ride.derive?.(example as never, { random: () => 0 });
  fixture.answers(() => ({ status: 200, body: mine({ answers: example, derived }) }));
  render(<AppOfForms forms={[ride]} deps={fixture.open()} />);
  const thanks = ride.thanks?.({ answers: example, derived } as never) ?? expect.fail();
  expect(await screen.findByText(thanks)).toBeTruthy();
});

test('an entry is withdrawn, and that can be undone', async () => {
  const { person, sent } = open(
    () => ({ status: 200, body: mine() }),
    () => ({ status: 200, body: { withdrawn: true, deleted: true } }),
    () => ({ status: 200, body: mine({ version: 3 }) }),
  );
  await person.click(await button('Withdraw'));
  const undo = await button('Undo');
  await waitFor(() => expect(document.activeElement).toBe(undo));
  await waitFor(() => expect(textBeside('Status')).toBe('Withdrawn'));
  await person.click(undo);
  expect(await button('Withdraw')).toBeTruthy();
  await waitFor(() => expect(sent.map((it) => it.method)).toEqual(['GET', 'DELETE', 'POST']));
});

test('an entry that was never sent is gone when withdrawn, with an “Undo” that has the focus', async () => {
  const fixture = createAppFixture(`/entries/pwausers/${id}`);
  fixture.signedIn();
  fixture.answers(...Array.from({ length: 20 }, () => () => 'no network' as const));
  const deps = fixture.open();
  // So that it has never left.
  fixture.cognito.cutOff();
  await deps.outbox.submit(pwausers, { id, answers: { fname: 'M', lname: 'Newer' } });
  render(<AppOfForms forms={[pwausers]} deps={deps} />);
  const person = userEvent.setup();
  await person.click(await button('Withdraw'));
  await screen.findByRole('heading', { name: 'Entry discarded' });
  const undo = await button('Undo');
  await waitFor(() => expect(document.activeElement).toBe(undo));
  await person.click(undo);
  expect(await screen.findByText('Newer')).toBeTruthy();
});

test('a withdrawn entry is found among the withdrawn ones, and restored', async () => {
  const { person, sent } = open(
    () => gone,
    () => ({ status: 200, body: { items: [mine()] } }),
    () => ({ status: 200, body: mine({ version: 3 }) }),
  );
  await person.click(await button('Restore'));
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[1]?.url).toContain('deleted=true');
  expect(sent[2]?.url).toContain('/restore');
});

test('a withdrawn entry is erased for good only after confirming', async () => {
  const { person, sent } = open(
    () => gone,
    () => ({ status: 200, body: { items: [mine()] } }),
    () => ({ status: 200, body: { withdrawn: true, deleted: true } }),
  );
  await person.click(await button('Erase permanently'));
  await person.click(await button('Cancel'));
  await person.click(await button('Erase permanently'));
  await person.click(await button('Erase'));
  await waitFor(() => expect(sent[2]?.url).toContain(`${id}?permanent=true`));
  expect(screen.queryByText('Mouse')).toBeNull();
  await waitFor(() => expect(textBeside('Status')).toContain('Erased'));
});

test('without a network an entry is shown as last loaded', async () => {
  const fixture = createAppFixture(`/entries/pwausers/${id}`);
  fixture.signedIn();
  fixture.answers(() => 'no network');
  const deps = fixture.open();
  await deps.entryCache.keep(mickey.username, { form: pwausers }, [mine()]);
  render(<AppOfForms forms={[pwausers]} deps={deps} />);
  expect(await screen.findByText('Mouse')).toBeTruthy();
});

/** Long enough for a reply to show. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));
const copiesOf = async (
  { entryCache }: Deps,
  { current, withdrawn }: { readonly current: object; readonly withdrawn: object },
) => {
  await entryCache.keep(mickey.username, { form: pwausers }, [current]);
  await entryCache.keep(mickey.username, { form: pwausers, isWithdrawn: true }, [withdrawn]);
};

test.for<[string, Reply]>([
  ['without a network', 'no network'],
  ['before the server says so', gone],
])(
  'an entry last listed as withdrawn is shown as that, not as an older copy has it: %s',
  async ([, reply]) => {
    const fixture = createAppFixture(`/entries/pwausers/${id}`);
    fixture.signedIn();
    let answer: ((late: Reply) => void) | undefined;
    fixture.answers(() => new Promise((resolve) => (answer = resolve)));
    const deps = fixture.open();
    await copiesOf(deps, { current: mine({ version: 1 }), withdrawn: mine({ version: 2 }) });
    render(<AppOfForms forms={[pwausers]} deps={deps} />);
    const person = userEvent.setup();
    await screen.findByText('Mouse');
    expect(textBeside('Status')).toBe('Withdrawn');
    await person.click(await button('Erase permanently'));
    await waitFor(() => expect(fixture.sent).toHaveLength(1));
    answer?.(reply);
    await settled();
    expect(await button('Erase')).toBeTruthy();
  },
);

test('an entry restored since it was listed as withdrawn is shown as current', async () => {
  const fixture = createAppFixture(`/entries/pwausers/${id}`);
  fixture.signedIn();
  fixture.answers(() => 'no network');
  const deps = fixture.open();
  await copiesOf(deps, { current: mine({ version: 3 }), withdrawn: mine({ version: 2 }) });
  render(<AppOfForms forms={[pwausers]} deps={deps} />);
  expect(await button('Withdraw')).toBeTruthy();
  expect(textBeside('Status')).toBe('Sent');
});

test('an entry restored here can be edited before the server has been asked again', async () => {
  const fixture = createAppFixture(`/entries/pwausers/${id}`);
  fixture.signedIn();
  fixture.answers(
    () => 'no network',
    () => ({ status: 200, body: mine({ version: 3 }) }),
  );
  const deps = fixture.open();
  await copiesOf(deps, { current: mine({ version: 1 }), withdrawn: mine({ version: 2 }) });
  render(<AppOfForms forms={[pwausers]} deps={deps} />);
  await userEvent.setup().click(await button('Restore'));
  expect(await screen.findByRole('link', { name: 'Edit' })).toBeTruthy();
});

test('an unknown entry is said to be unknown, with a way back', async () => {
  const unknown: Reply = { status: 404, body: { code: 'not_found', title: 'Unknown' } };
  open(
    () => unknown,
    () => ({ status: 200, body: { items: [] } }),
  );
  expect(await screen.findByRole('heading', { name: 'Entry not found' })).toBeTruthy();
});

test('signed out, the page asks to sign in', async () => {
  const fixture = createAppFixture(`/entries/pwausers/${id}`);
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  expect(await screen.findByRole('heading', { name: 'Sign in to see this entry' })).toBeTruthy();
});
