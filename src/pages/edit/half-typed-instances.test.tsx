import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { number, repeat, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import '../../app/secondary-pages.tsx';
import '../sent/sent-page.tsx';

afterEach(cleanup);

const form: Form = defineForm({
  id: 'household',
  version: 1,
  title: 'Household',
  action: 'Send',
  fields: {
    people: repeat({
      label: 'People',
      one: 'Person',
      item: ({ name }) => name,
      fields: { name: text({ label: 'Name' }), age: number({ label: 'Age' }) },
    }),
  },
});
const id = '019a0000-0000-7000-8000-000000000001';
const [ann, bob, cem] = [1, 2, 3].map((it) => `018f3c2e-7b1a-7000-8000-00000000000${it}`);

/** Somebody has changed Ann's age to 13 and not sent it, and then the entry was changed elsewhere. */
async function changedHereAnd(elsewhere: readonly object[]) {
  const fixture = createAppFixture(`/entries/household/${id}/edit`);
  fixture.signedIn();
  const people = [
    { id: ann, name: 'Ann', age: 12 },
    { id: bob, name: 'Bob', age: 40 },
  ];
  const server = { version: 1, answers: { people } as object };
  const reply = (sent: Sent): Reply => {
    if (sent.method === 'PUT') {
      server.version += 1;
      server.answers = sent.body as object;
    }
    return { status: 200, body: stored(sent, { id, form: form.id, ...server }) };
  };
  fixture.answers(...Array.from({ length: 20 }, () => reply));
  const person = userEvent.setup();
  const open = () => render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  const { unmount } = open();
  const [age] = await screen.findAllByLabelText('Age');
  await person.clear(age ?? expect.fail());
  await person.type(age ?? expect.fail(), '13');
  await fixture.untilTyped('"13"');
  unmount();
  Object.assign(server, { version: 2, answers: { people: elsewhere } });
  open();
  return { person, server };
}

const values = (label: string) =>
  screen.getAllByLabelText<HTMLInputElement>(label).map((it) => it.value);

test('another instance changed, and one added elsewhere: the form has all of it, and asks nothing', async () => {
  await changedHereAnd([
    { id: ann, name: 'Ann', age: 12 },
    { id: bob, name: 'Bob', age: 41 },
    { id: cem, name: 'Cem', age: 7 },
  ]);
  await screen.findByText('This entry was changed elsewhere while you were editing it');
  await waitFor(() => expect(values('Age')).toEqual(['13', '41', '7']));
  expect(values('Name')).toEqual(['Ann', 'Bob', 'Cem']);
});

test('the same answer of the same instance: the page asks about this one, and sends what was decided', async () => {
  const { person, server } = await changedHereAnd([
    { id: ann, name: 'Ann', age: 14 },
    { id: bob, name: 'Robert', age: 40 },
  ]);
  const question = await screen.findByRole('radiogroup', { name: 'People: Ann: Age' });
  expect(screen.getAllByRole('radiogroup')).toHaveLength(1);
  await person.click(within(question).getByLabelText(/13/));
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(values('Age')).toEqual(['13', '40']));
  await person.click(screen.getByRole('button', { name: 'Save changes' }));
  await waitFor(() =>
    expect(server.answers).toEqual({
      people: [
        { id: ann, name: 'Ann', age: 13 },
        { id: bob, name: 'Robert', age: 40 },
      ],
    }),
  );
});

test('an instance that was removed elsewhere, and changed here: the page asks about the instance', async () => {
  const { person } = await changedHereAnd([{ id: bob, name: 'Bob', age: 40 }]);
  const question = await screen.findByRole('radiogroup', { name: 'People: Ann' });
  expect(within(question).getByLabelText(/Name: Ann, Age: 13/)).toBeTruthy();
  await person.click(within(question).getAllByRole('radio')[1] ?? expect.fail());
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(values('Name')).toEqual(['Bob']));
});
