import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { choice, file, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored, type Sent } from '../../testing/app-fixture.tsx';
import '../../app/secondary-pages.tsx';
import '../sent/sent-page.tsx';

afterEach(cleanup);

const form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Announce',
  fields: {
    name: text({ label: 'Name' }),
    seat: text({ label: 'Room', optional: true }),
    source: choice({
      label: 'Source',
      options: [
        ['friend', 'A friend'],
        ['other', 'Other'],
      ],
      default: 'other',
    }),
  },
});
const id = '019a0000-0000-7000-8000-000000000001';

/** Mickey edits an entry, with If-Match, and before each attempt somebody changes it elsewhere. */
async function change(typed: string, before: object, ...elsewhere: object[]) {
  const fixture = createAppFixture(`/entries/visit/${id}/edit`);
  fixture.signedIn();
  const server = { version: 1, answers: before };
  const puts: (string | null)[] = [];
  const body = (sent: Sent) => stored(sent, { id, form: form.id, ...server });
  fixture.answers(
    ...Array.from({ length: 30 }, () => (sent: Sent) => {
      if (sent.method === 'GET') return { status: 200, body: body(sent) };
      const next = elsewhere.shift();
      if (next) {
        server.version += 1;
        server.answers = next;
      }
      const match = sent.headers.get('If-Match');
      puts.push(match);
      if (match !== `"${server.version}"`)
        return { status: 412, body: { code: 'stale', title: 'Stale', current: body(sent) } };
      server.version += 1;
      server.answers = sent.body as object;
      return { status: 200, body: body(sent) };
    }),
  );
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  const person = userEvent.setup();
  const name = await screen.findByLabelText('Name');
  await person.clear(name);
  await person.type(name, `${typed}{Enter}`);
  return { server, puts, person };
}

const mickey = { name: 'Mickey', seat: '1', source: 'friend' };
const heading = { name: 'This entry was changed elsewhere' };

test('changes to different fields, here and elsewhere, are merged without asking', async () => {
  const { server, puts } = await change('Minnie', mickey, { ...mickey, seat: '2' });
  await screen.findByRole('heading', { name: 'Changes saved' });
  expect({ puts, answers: server.answers }).toEqual({
    puts: ['"1"', '"2"'],
    answers: { ...mickey, name: 'Minnie', seat: '2' },
  });
});

test('an untouched question does not replace an answer from elsewhere with its default', async () => {
  const before = { name: 'Mickey', seat: '1' };
  const { server } = await change('Minnie', before, { ...before, source: 'friend' });
  await screen.findByRole('heading', { name: 'Changes saved' });
  expect(server.answers).toEqual({ ...before, name: 'Minnie', source: 'friend' });
});

test('a question that both changed is asked, with nothing preselected, and no other is', async () => {
  const { server, puts, person } = await change('Minnie', mickey, {
    ...mickey,
    name: 'Donald',
    seat: '2',
  });
  await screen.findByText(heading.name);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Needs your attention');
  const question = screen.getByRole('radiogroup', { name: 'Name' });
  expect(screen.getAllByRole('radiogroup')).toEqual([question]);
  const radios = within(question).getAllByRole('radio');
  expect(radios.map((it) => (it as HTMLInputElement).checked)).toEqual([false, false]);
  const kept = screen.getByText('Also changed elsewhere (kept)').closest('h3');
  expect(kept?.nextSibling?.textContent).toBe('Room2');

  await person.click(screen.getByRole('button', { name: 'Save' }));
  await within(question).findByText('Choose one of the two answers');
  expect(document.activeElement).toBe(radios[0]);
  expect(puts).toEqual(['"1"']);

  await person.click(within(question).getByRole('radio', { name: /Minnie/ }));
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Changes saved' });
  expect({ puts, answers: server.answers }).toEqual({
    puts: ['"1"', '"2"'],
    answers: { ...mickey, name: 'Minnie', seat: '2' },
  });
});

test('when the entry changes again after deciding, only new conflicts are asked', async () => {
  const donald = { ...mickey, name: 'Donald' };
  const { server, puts, person } = await change(
    'Minnie',
    mickey,
    donald,
    { ...donald, seat: '3' },
    { ...donald, name: 'Daisy', seat: '3' },
  );
  await person.click(await screen.findByRole('radio', { name: /Minnie/ }));
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await person.click(await screen.findByRole('radio', { name: /Daisy/ }));
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Changes saved' });
  expect({ puts, answers: server.answers }).toEqual({
    puts: ['"1"', '"2"', '"3"', '"4"'],
    answers: { ...mickey, name: 'Daisy', seat: '3' },
  });
});

test('discarding one’s own change keeps the other', async () => {
  const { server, puts, person } = await change('Minnie', mickey, { ...mickey, name: 'Donald' });
  await person.click(await screen.findByRole('button', { name: 'Discard my changes' }));
  await waitFor(() => expect(screen.queryByText(heading.name)).toBeNull());
  expect({ puts, answers: server.answers }).toEqual({
    puts: ['"1"'],
    answers: { ...mickey, name: 'Donald' },
  });
});

test('an older app does not merge answers to a newer version of the form, of which it would lose some', async () => {
  const fixture = createAppFixture(`/entries/visit/${id}/edit`);
  fixture.signedIn();
  const { name, ...rest } = mickey;
  const renamed = {
    id,
    form: form.id,
    version: 2,
    formVersion: 2,
    answers: { guest: name, ...rest },
  };
  fixture.answers(
    ...Array.from({ length: 10 }, () => (sent: Sent) => {
      if (sent.method === 'GET')
        return {
          status: 200,
          body: stored(sent, { id, form: form.id, version: 1, answers: mickey }),
        };
      return {
        status: 412,
        body: { code: 'stale', title: 'Stale', current: stored(sent, renamed) },
      };
    }),
  );
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  const person = userEvent.setup();
  await person.type(await screen.findByLabelText('Name'), '!{Enter}');
  await screen.findByText(/^It now has answers to a newer version of this form/);
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Download' })).toBeTruthy();
});

test('whoever sends an entry again as a new one learns which files are gone', async () => {
  const withFile = defineForm({
    id: 'paper',
    version: 1,
    title: 'A paper',
    action: 'Send',
    fields: {
      name: text({ label: 'Name' }),
      paper: file({ label: 'Paper', types: ['application/pdf'], optional: true }),
    },
  });
  const paper = {
    id: '019a0000-0000-7000-8000-0000000000ff',
    name: 'paper.pdf',
    type: 'application/pdf',
    size: 10,
    sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
  };
  const fixture = createAppFixture(`/entries/paper/${id}/edit`);
  fixture.signedIn();
  const answers = { name: 'Mickey', paper: [paper] };
  fixture.answers(
    ...Array.from({ length: 10 }, () => (sent: Sent) => {
      if (sent.method !== 'GET') return { status: 410, body: { code: 'gone', title: 'Gone' } };
      return { status: 200, body: stored(sent, { id, form: withFile.id, version: 1, answers }) };
    }),
  );
  render(<AppOfForms forms={[withFile]} deps={fixture.open()} />);
  const person = userEvent.setup();
  await person.type(await screen.findByLabelText('Name'), '{Enter}');
  await screen.findByRole('button', { name: 'Send as a new entry' });
  await screen.findByText(/^Files that had arrived went with the old entry/);
  screen.getByText('paper.pdf');
});
