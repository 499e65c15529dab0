import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { choice, number, repeat, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, delivered } from '../../testing/app-fixture.tsx';

afterEach(cleanup);

const people = {
  label: 'People',
  one: 'Person',
  add: 'Add a person',
  fields: {
    name: text({ label: 'Name' }),
    age: number({ label: 'Age', whole: true, min: 0, max: 120 }),
    school: choice({
      label: 'Goes to school?',
      options: [
        ['yes', 'Yes'],
        ['no', 'No'],
      ],
    }),
  },
  when: { school: ({ age }: { readonly age?: number }) => age !== undefined && age < 18 },
  item: ({ name }: { readonly name?: string }) => name,
} as const;

const household = defineForm({
  id: 'test',
  version: 1,
  title: 'Household',
  action: 'Send',
  fields: { people: repeat(people) },
});

const counted = defineForm({
  id: 'test',
  version: 1,
  title: 'Household',
  action: 'Send',
  fields: {
    members: number({ label: 'Members', whole: true, min: 0, max: 9 }),
    people: repeat({ ...people, count: 'members' }),
  },
});

async function openForm(form: typeof household | typeof counted) {
  const fixture = createAppFixture('/test');
  fixture.signedIn();
  fixture.answers(delivered);
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  const person = userEvent.setup();
  const press = (name: string) => person.click(screen.getByRole('button', { name }));
  await screen.findByRole('group', { name: 'People' });
  return {
    person,
    press,
    card: (name: RegExp) => within(screen.getByRole('group', { name })),
    /** The names in the cards, in their order. */
    names: () => screen.queryAllByLabelText('Name').map((it) => (it as HTMLInputElement).value),
    addPerson: async (name: string, age: string) => {
      await person.click(await screen.findByRole('button', { name: 'Add a person' }));
      // The first question of the new card has the focus.
      await person.keyboard(`${name}{Tab}${age}`);
    },
    sent: () => fixture.sent,
  };
}

test('instances are added by keyboard, each with its own questions, and sent', async () => {
  const { addPerson, card, person, press, sent } = await openForm(household);
  await addPerson('Ann', '12');
  await addPerson('Bob', '40');
  await person.click(card(/^Person 1\s*Ann$/).getByLabelText('Yes'));
  expect(card(/^Person 2\s*Bob$/).queryByLabelText('Yes')).toBeNull();
  await press('Send');
  await screen.findByRole('heading', { name: 'Sent' });
  const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(sent()[0]?.body).toEqual({
    people: [
      { id, name: 'Ann', age: 12, school: 'yes' },
      { id, name: 'Bob', age: 40 },
    ],
  });
});

test('an issue is beside its question, and its link leads there', async () => {
  const { addPerson, card, person, press } = await openForm(household);
  await press('Send');
  const link = await screen.findByRole('link', { name: 'Add at least 1 to “People”' });
  await person.click(link);
  expect(document.activeElement?.textContent).toBe('Add a person');
  await addPerson('Ann', '12');
  await addPerson('Bob', '4O');
  await press('Send');
  await person.click(await screen.findByRole('link', { name: /^Enter “Age” as a whole number/ }));
  const age = card(/^Person 2\s*Bob$/).getByLabelText('Age');
  expect(document.activeElement).toBe(age);
  expect(age.getAttribute('aria-invalid')).toBe('true');
  await person.clear(age);
  await person.type(age, '40');
  expect(age.getAttribute('aria-invalid')).toBe('false');
  expect(screen.getAllByRole('link', { name: 'Choose “Goes to school?”' })).toHaveLength(1);
});

test('an instance is removed, and brought back where it was', async () => {
  const { addPerson, names, person, press } = await openForm(household);
  for (const name of ['Ann', 'Bob', 'Cem']) await addPerson(name, '40');
  await press('Remove Bob');
  expect(names()).toEqual(['Ann', 'Cem']);
  expect(document.activeElement?.textContent).toBe('Undo');
  expect(screen.getAllByText('Bob removed')).toHaveLength(2);
  await person.keyboard('{Enter}');
  expect(names()).toEqual(['Ann', 'Bob', 'Cem']);
  expect(document.activeElement).toBe(screen.getByRole('group', { name: /^Person 2\s*Bob$/ }));
});

test('an instance is moved, and the button keeps the focus', async () => {
  const { addPerson, names, person, press } = await openForm(household);
  for (const name of ['Ann', 'Bob', 'Cem']) await addPerson(name, '40');
  await press('Move Ann down');
  expect(names()).toEqual(['Bob', 'Ann', 'Cem']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Ann down');
  expect(screen.getByText('Ann is now number 2 of 3')).toBeTruthy();
  await person.keyboard('{Enter}');
  expect(names()).toEqual(['Bob', 'Cem', 'Ann']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Ann up');
});

test('an answer says how many there are: the surplus is hidden, kept, and comes back', async () => {
  const { names, person, press, sent } = await openForm(counted);
  await screen.findByText('Answer “Members” first.');
  const members = screen.getByLabelText('Members');
  await person.type(members, '3');
  const [first, second, third] = await screen.findAllByLabelText('Name');
  for (const [box, name] of [
    [first, 'Ann'],
    [second, 'Bob'],
    [third, 'Cem'],
  ] as const)
    await person.type(box as HTMLElement, name);
  await person.clear(members);
  await person.type(members, '2');
  expect(names()).toEqual(['Ann', 'Bob']);
  expect(screen.getByText('One more is kept with your draft, but not sent.')).toBeTruthy();
  await person.clear(members);
  await person.type(members, '3');
  expect(names()).toEqual(['Ann', 'Bob', 'Cem']);
  await person.clear(members);
  await person.type(members, '2');
  for (const box of screen.getAllByLabelText('Age')) await person.type(box, '40');
  await press('Send');
  await screen.findByRole('heading', { name: 'Sent' });
  expect(sent()[0]?.body).toMatchObject({ members: 2, people: [{ name: 'Ann' }, { name: 'Bob' }] });
});
