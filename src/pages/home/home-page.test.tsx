import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, delivered, stored, type Sent } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
import './home-page.tsx';

afterEach(cleanup);

const formNamed = (id: string, title: string): Form =>
  defineForm({ id, version: 1, title, action: 'Send', fields: { name: text({ label: 'Name' }) } });
const forms = [formNamed('visit', 'A visit'), formNamed('order', 'An order')] as const;

type Fixture = ReturnType<typeof createAppFixture>;

function open(fixture: Fixture) {
  const deps = fixture.open();
  render(<AppOfForms forms={forms} deps={deps} />);
  return { deps, person: userEvent.setup() };
}

async function card(title: string) {
  const heading = await screen.findByRole('heading', { name: title, level: 2 });
  return within(heading.closest('li') ?? heading);
}

test('a signed-out person sees the forms, and nobody’s entries', async () => {
  open(createAppFixture('/'));
  expect((await card('A visit')).getAllByRole('link')).toHaveLength(1);
});

test('each form shows what waits for it on this device, if anything does', async () => {
  const fixture = createAppFixture('/');
  fixture.signedIn();
  fixture.answers(() => 'no network');
  const { deps } = open(fixture);
  await deps.outbox.submit(forms[1], { id: deps.newId(), answers: { name: 'Minnie' } });
  const order = await card('An order');
  const link = await order.findByRole('link', { name: '1 waiting to be sent' });
  expect(link.getAttribute('href')).toBe('/outbox');
  expect((await card('A visit')).queryByText(/waiting/)).toBeNull();
});

test('each form shows when it was last sent, from here or from elsewhere, if this device knows', async () => {
  const fixture = createAppFixture('/');
  fixture.signedIn();
  const { deps } = open(fixture);
  expect((await card('A visit')).queryByText('Last sent')).toBeNull();
  fixture.answers(delivered);
  await deps.outbox.submit(forms[0], { id: deps.newId(), answers: { name: 'Minnie' } });
  const today = new Date().toISOString().slice(0, 10);
  const sent = (await (await card('A visit')).findByText(/\d{4}/)).closest('time');
  expect(sent?.getAttribute('dateTime')).toContain(today);
  expect(sent?.closest('a')?.getAttribute('href')).toBe('/entries?form=visit');

  cleanup();
  const apiEntry = stored({ headers: new Headers(), body: {} } as Sent);
  await deps.entryCache.keep(mickey.username, { form: forms[1] }, [apiEntry]);
  render(<AppOfForms forms={forms} deps={deps} />);
  const other = (await (await card('An order')).findByText(/\d{4}/)).closest('time');
  expect(other?.getAttribute('dateTime')).toBe(apiEntry.createdAt);
});

/** `count` forms, of which every third is in the group "Surveys". */
const manyForms = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...formNamed(`form-${n}`, `Form ${n}`),
    ...(n % 3 === 0 && { group: 'Surveys' }),
  })) as unknown as readonly [Form, ...Form[]];

const titles = () => screen.queryAllByRole('heading', { level: 3 }).map((it) => it.textContent);

test('eight forms are a list; with more there is a search box, which finds title and group', async () => {
  const { unmount } = render(
    <AppOfForms forms={manyForms(8)} deps={createAppFixture('/').open()} />,
  );
  await screen.findByText('Form 7');
  expect(screen.queryByRole('searchbox')).toBeNull();
  unmount();
  const fixture = createAppFixture('/');
  render(<AppOfForms forms={manyForms(9)} deps={fixture.open()} />);
  const person = userEvent.setup();
  await person.type(await screen.findByRole('searchbox', { name: 'Search forms' }), 'SURVEYS 6');
  expect(titles()).toEqual(['Form 6']);
  expect(window.location.search).toBe('?q=SURVEYS+6');
  await person.clear(screen.getByRole('searchbox'));
  await person.type(screen.getByRole('searchbox'), 'nothing');
  expect(screen.getByText('No matches')).toBeTruthy();
});

test('forms stand in their groups, and those without one come last', async () => {
  render(<AppOfForms forms={manyForms(4)} deps={createAppFixture('/').open()} />);
  await screen.findByText('Form 3');
  const groups = screen.getAllByRole('heading', { level: 2 }).map((it) => it.textContent);
  expect(groups).toEqual(['Surveys', 'Other forms']);
  expect(titles()).toEqual(['Form 0', 'Form 3', 'Form 1', 'Form 2']);
});

test('of many forms, those that the person sent last come first', async () => {
  const all = manyForms(60);
  const fixture = createAppFixture('/');
  fixture.signedIn();
  const deps = fixture.open();
  const apiEntry = stored({ headers: new Headers(), body: {} } as Sent);
  await deps.entryCache.keep(mickey.username, { form: all[50] ?? all[0] }, [apiEntry]);
  render(<AppOfForms forms={all} deps={deps} />);
  const recent = within(await screen.findByRole('list', { name: 'Recently filled in' }));
  expect(recent.getByRole('link', { name: 'Form 50' })).toBeTruthy();
  // The groups are closed, and say how many forms they have.
  expect(screen.getByText('20 forms').closest('details')?.open).toBe(false);
});

test('a person who returns from signing in is greeted', async () => {
  const fixture = createAppFixture('/sign-in');
  const { person } = open(fixture);
  await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
  expect(await screen.findByText('You are signed in.')).toBeTruthy();
  expect(window.location.pathname).toBe('/');
});
