import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { choices, number, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import { changeTarget } from '../../form/change-target.ts';
import { editableEntryOf } from '../../outbox/changes/editable-entry.ts';
import { sampleChange } from '../../testing/sample-changes.ts';
import '../../app/secondary-pages.tsx';
import '../sent/sent-page.tsx';

afterEach(cleanup);

const common = { id: 'visit', title: 'A visit', action: 'Announce' };
const first: Form = defineForm({
  ...common,
  version: 1,
  fields: { name: text({ label: 'Name' }) },
});
const second: Form = defineForm({
  ...common,
  version: 2,
  fields: { guest: text({ label: 'Guest' }) },
  migrate: (answers) => ({ guest: (answers as { readonly name: string }).name }),
});
const failing: Form = defineForm({
  ...common,
  version: 2,
  fields: { guest: text({ label: 'Guest' }) },
  migrate() {
    throw new Error('It was not thought of.');
  },
});
const id = '019a0000-0000-7000-8000-000000000001';

test('a change that waits under an earlier version of the form keeps its answers when edited', () => {
  const waiting = sampleChange({ entry: id, form: 'visit', answers: { name: 'Mickey' } });
  const entry = editableEntryOf([waiting], id) ?? expect.fail();
  expect(changeTarget(second, entry).controlValues).toEqual({ guest: 'Mickey' });
});

test('a change that an earlier app saved without a version is still understood', () => {
  expect(changeTarget(second, { id, answers: { name: 'Mickey' } }).controlValues).toEqual({
    guest: 'Mickey',
  });
});

/** Mickey has filled in version 1 offline, and the app has been updated since. */
async function waitingUnder(form: Form, path: string) {
  const fixture = createAppFixture('/visit');
  fixture.signedIn();
  fixture.answers(...Array.from({ length: 20 }, () => (): Reply => 'no network'));
  const person = userEvent.setup();
  const { unmount } = render(<AppOfForms forms={[first]} deps={fixture.open()} />);
  await person.type(await screen.findByLabelText('Name'), 'Mickey{Enter}');
  await waitFor(async () => expect(await fixture.storedChanges()).toHaveLength(1));
  unmount();
  const [change] = await fixture.storedChanges();
  window.history.replaceState(null, '', path.replace(':entry', change?.entry ?? ''));
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  return { person };
}

test.each(['/entries/visit/:entry', '/outbox'])(
  'a waiting change is shown with today’s labels (%s)',
  async (path) => {
    await waitingUnder(second, path);
    expect((await screen.findByText('Guest')).closest('dt')?.nextSibling?.textContent).toBe(
      'Mickey',
    );
  },
);

test.each(['/entries/visit/:entry', '/outbox'])(
  'a waiting change is shown as it is when `migrate` fails (%s)',
  async (path) => {
    await waitingUnder(failing, path);
    const line = await screen.findByText('name (no longer asked)');
    expect(line.closest('dt')?.nextSibling?.textContent).toBe('Mickey');
  },
);

/** No longer has "web" and rum, and allows five letters at most. */
const stricter: Form = defineForm({
  ...common,
  version: 2,
  fields: {
    name: text({ label: 'Name', max: 5 }),
    likes: choices({
      label: 'Likes',
      options: [
        ['tea', 'Tea'],
        ['milk', 'Milk'],
      ],
      optional: true,
    }),
    age: number({ label: 'Age', max: 120, optional: true }),
  },
});
const before = { name: 'Mickey Mouse', web: 'https://m.example', likes: ['milk', 'rum'], age: 130 };

async function editing() {
  const fixture = createAppFixture(`/entries/visit/${id}/edit`);
  fixture.signedIn();
  const puts: unknown[] = [];
  const reply = (sent: Sent): Reply => {
    if (sent.method === 'PUT') puts.push(sent.body);
    const answers = sent.method === 'PUT' ? sent.body : before;
    return { status: 200, body: stored(sent, { id, form: 'visit', answers }) };
  };
  fixture.answers(...Array.from({ length: 20 }, () => reply));
  render(<AppOfForms forms={[stricter]} deps={fixture.open()} />);
  return { puts, person: userEvent.setup() };
}

test('editing nothing under a stricter form leaves everything as it is', async () => {
  const { puts, person } = await editing();
  const name = await screen.findByDisplayValue('Mickey Mouse');
  expect(screen.getByRole('checkbox', { name: 'rum (no longer offered)' })).toHaveProperty(
    'checked',
    true,
  );
  expect(screen.getByText('web').closest('dt')?.nextSibling?.textContent).toBe('https://m.example');
  await person.type(name, '{Enter}');
  await screen.findByRole('heading', { name: 'Changes saved' });
  const { web: _, ...requests } = before;
  expect(puts).toEqual([requests]);
});

test('an answer that was touched must satisfy today’s rules', async () => {
  const { puts, person } = await editing();
  await person.type(await screen.findByDisplayValue('Mickey Mouse'), '!{Enter}');
  await screen.findByRole('alert');
  expect(puts).toEqual([]);
  await person.clear(screen.getByLabelText('Name'));
  await person.click(screen.getByRole('checkbox', { name: 'Tea' }));
  await person.type(screen.getByLabelText('Name'), 'Min{Enter}');
  await screen.findByRole('heading', { name: 'Changes saved' });
  expect(puts).toEqual([{ name: 'Min', likes: ['tea', 'milk', 'rum'], age: 130 }]);
});
