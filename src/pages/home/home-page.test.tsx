import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { App } from '../../app/app.tsx';
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
  render(<App forms={forms} deps={deps} />);
  return { deps, person: userEvent.setup() };
}

async function card(title: string) {
  const heading = await screen.findByRole('heading', { name: title, level: 2 });
  return within(heading.closest('li') ?? heading);
}

test('a signed-out person sees the forms, and nobody’s entries', async () => {
  open(createAppFixture('/'));
  const visit = await card('A visit');
  expect(visit.queryByText('Waiting here')).toBeNull();
});

test('each form shows what waits for it on this device, and what needs attention', async () => {
  const fixture = createAppFixture('/');
  fixture.signedIn();
  fixture.answers(() => 'no network');
  const { deps } = open(fixture);
  expect(await (await card('A visit')).findByText('Nothing')).toBeTruthy();
  const answers = { name: 'Minnie' };
  await deps.outbox.submit(forms[1], { id: deps.newId(), answers });
  expect(
    await (await card('An order')).findByRole('link', { name: '1 in the outbox' }),
  ).toBeTruthy();
  expect((await card('A visit')).getByText('Nothing')).toBeTruthy();
});

test('each form shows when it was last sent, from here or from elsewhere', async () => {
  const fixture = createAppFixture('/');
  fixture.signedIn();
  const { deps } = open(fixture);
  expect(await (await card('A visit')).findByText('Not known on this device')).toBeTruthy();
  fixture.answers(delivered);
  await deps.outbox.submit(forms[0], { id: deps.newId(), answers: { name: 'Minnie' } });
  const today = new Date().toISOString().slice(0, 10);
  const sent = (await (await card('A visit')).findByText(/\d{4}/)).closest('time');
  expect(sent?.getAttribute('dateTime')).toContain(today);
  expect(sent?.closest('a')?.getAttribute('href')).toBe('/visit/entries');

  cleanup();
  const apiEntry = stored({ headers: new Headers(), body: {} } as Sent);
  await deps.entryCache.keep(mickey.username, { form: forms[1] }, [apiEntry]);
  render(<App forms={forms} deps={deps} />);
  const other = (await (await card('An order')).findByText(/\d{4}/)).closest('time');
  expect(other?.getAttribute('dateTime')).toBe(apiEntry.createdAt);
});

test('“never sent” is shown only to somebody who has seen the whole list here', async () => {
  const fixture = createAppFixture('/');
  fixture.signedIn();
  const deps = fixture.open();
  await deps.entryCache.keep(mickey.username, { form: forms[0] }, []);
  render(<App forms={forms} deps={deps} />);
  expect(await (await card('A visit')).findByText('Nothing yet')).toBeTruthy();
  expect((await card('An order')).getByText('Not known on this device')).toBeTruthy();
});

test('a person who returns from signing in is greeted', async () => {
  const fixture = createAppFixture('/sign-in');
  const { person } = open(fixture);
  await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
  expect(await screen.findByText('You are signed in.')).toBeTruthy();
  expect(window.location.pathname).toBe('/');
  expect((await card('A visit')).getByText('Waiting here')).toBeTruthy();
});
