import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { write } from '../../device/device-database.ts';
import { createVault } from '../../device/vault.ts';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
import '../../app/secondary-pages.tsx';
import '../sent/sent-page.tsx';

afterEach(cleanup);

const form: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Announce',
  fields: {
    name: text({ label: 'Name' }),
    seat: text({ label: 'Room', optional: true }),
  },
});
const id = '019a0000-0000-7000-8000-000000000001';

/** Mickey's entry on a server that checks If-Match, and a device with an unfinished change to it. */
async function halfTyped(typed: string, firstForm = form) {
  const fixture = createAppFixture(`/entries/visit/${id}/edit`);
  fixture.signedIn();
  const server = { version: 1, formVersion: 1, answers: { name: 'Mickey', seat: '1' } as object };
  const puts: (string | null)[] = [];
  let isOnline = true;
  const body = (sent: Sent) => stored(sent, { id, form: form.id, ...server });
  const reply = (sent: Sent): Reply => {
    if (!isOnline) return 'no network';
    if (sent.method === 'GET') return { status: 200, body: body(sent) };
    const match = sent.headers.get('If-Match');
    puts.push(match);
    if (match !== `"${server.version}"`)
      return { status: 412, body: { code: 'stale', title: 'Stale', current: body(sent) } };
    server.version += 1;
    server.answers = sent.body as object;
    return { status: 200, body: body(sent) };
  };
  fixture.answers(...Array.from({ length: 50 }, () => reply));
  const person = userEvent.setup();
  const open = (of = form) => render(<AppOfForms forms={[of]} deps={fixture.open()} />);
  const { unmount } = open(firstForm);
  const name = await screen.findByLabelText('Name');
  await person.clear(name);
  await person.type(name, typed);
  await fixture.untilTyped(typed);
  // The tab is closed, killed, or reloaded for a new version of the app.
  unmount();
  return {
    fixture,
    server,
    puts,
    person,
    open,
    elsewhere: (answers: object, more: object = {}) =>
      void Object.assign(server, { version: server.version + 1, answers, ...more }),
    goOffline: () => void (isOnline = false),
  };
}

const changed = 'This entry was changed elsewhere while you were editing it';

test('unfinished here, and another field changed elsewhere: the form has both, and says so', async () => {
  const { server, puts, person, open, elsewhere } = await halfTyped('Minnie');
  elsewhere({ name: 'Mickey', seat: '2' });
  open();
  const name = await screen.findByDisplayValue('Minnie');
  expect(screen.getByLabelText(/^Room/)).toHaveProperty('value', '2');
  const shown = (await screen.findByText(changed)).closest('section') ?? expect.fail();
  expect(within(shown).getByText('Room').closest('dt')?.nextSibling?.textContent).toBe('2');
  await person.type(name, '{Enter}');
  await screen.findByRole('heading', { name: 'Changes saved' });
  expect({ puts, answers: server.answers }).toEqual({
    puts: ['"2"'],
    answers: { name: 'Minnie', seat: '2' },
  });
});

test('unfinished here, and nothing changed elsewhere: the form says nothing about it', async () => {
  const { open } = await halfTyped('Minnie');
  open();
  await screen.findByDisplayValue('Minnie');
  expect(screen.queryByText(changed)).toBeNull();
});

test.each([
  ['mine', /Minnie/, 'Minnie'],
  ['theirs', /Donald/, 'Donald'],
])(
  'unfinished here, and the same field changed elsewhere: the page asks, and continues with %s',
  async (_, choice, name) => {
    const { server, puts, person, open, elsewhere } = await halfTyped('Minnie');
    elsewhere({ name: 'Donald', seat: '2' });
    open();
    await screen.findByText(changed);
    expect(screen.queryByLabelText('Room')).toBeNull();
    expect(screen.getAllByRole('radio', { checked: false })).toHaveLength(2);
    await person.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Choose one of the two answers');
    await person.click(screen.getByRole('radio', { name: choice }));
    await person.click(screen.getByRole('button', { name: 'Save' }));
    await person.type(await screen.findByDisplayValue(name), '{Enter}');
    await screen.findByRole('heading', { name: 'Changes saved' });
    expect({ puts, answers: server.answers }).toEqual({
      puts: ['"2"'],
      answers: { name, seat: '2' },
    });
  },
);

test('discarding what was typed shows the entry as it is now', async () => {
  const { person, open, elsewhere, fixture } = await halfTyped('Minnie');
  elsewhere({ name: 'Donald', seat: '2' });
  open();
  await person.click(await screen.findByRole('button', { name: 'Discard my changes' }));
  expect(await screen.findByLabelText('Name')).toHaveProperty('value', 'Donald');
  expect(await fixture.drafts()).toEqual([]);
});

test('a draft that an earlier app saved without its base opens, and every difference is asked', async () => {
  const { server, person, open, fixture } = await halfTyped('Minnie');
  const [draft] = await fixture.drafts();
  const controlValues = { name: 'Minnie', seat: '1' };
  const sealed = await createVault(fixture.database).seal(mickey.username, controlValues);
  const record = { ...(draft ?? expect.fail()), sealed };
  await fixture.database((it) => write(it, 'drafts', (drafts) => drafts.put(record)));
  open();
  expect(await screen.findAllByRole('radiogroup')).toHaveLength(1);
  await person.click(screen.getByRole('radio', { name: /Minnie/ }));
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await person.type(await screen.findByDisplayValue('Minnie'), '{Enter}');
  await screen.findByRole('heading', { name: 'Changes saved' });
  expect(server.answers).toEqual({ name: 'Minnie', seat: '1' });
});

test('without a network the draft is there, and is merged when sent', async () => {
  const { open, goOffline } = await halfTyped('Minnie');
  goOffline();
  open();
  await screen.findByDisplayValue('Minnie');
  expect(screen.getByLabelText(/^Room/)).toHaveProperty('value', '1');
});

const second: Form = defineForm({
  id: 'visit',
  version: 2,
  title: 'A visit',
  action: 'Announce',
  fields: { guest: text({ label: 'Guest' }), seat: text({ label: 'Room', optional: true }) },
  migrate(answers) {
    const { name, ...rest } = answers as { readonly name: string };
    return { ...rest, guest: name };
  },
});

test('a draft from an earlier version of the form, and a change elsewhere: both in today’s form', async () => {
  const { server, person, open, elsewhere } = await halfTyped('Minnie');
  elsewhere({ guest: 'Mickey', seat: '2' }, { formVersion: 2 });
  open(second);
  const guest = await screen.findByDisplayValue('Minnie');
  expect(guest).toBe(screen.getByLabelText('Guest'));
  await person.type(guest, '{Enter}');
  await screen.findByRole('heading', { name: 'Changes saved' });
  expect(server.answers).toEqual({ guest: 'Minnie', seat: '2' });
});

test('a new draft from an earlier version of the form is shown in today’s', async () => {
  const fixture = createAppFixture('/visit');
  fixture.signedIn();
  const person = userEvent.setup();
  const { unmount } = render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  await person.type(await screen.findByLabelText('Name'), 'Minnie');
  await fixture.untilTyped('Minnie');
  unmount();
  render(<AppOfForms forms={[second]} deps={fixture.open()} />);
  await screen.findByDisplayValue('Minnie');
  expect(screen.getByLabelText('Guest')).toHaveProperty('value', 'Minnie');
});
