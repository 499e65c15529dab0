import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { choice, choices } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { openFields, openForm } from '../../testing/open-form.tsx';

afterEach(cleanup);

const water = choice({
  label: 'Water',
  options: [
    ['tap', 'Tap'],
    ['other', 'Somewhere else'],
  ],
  other: 'other',
});
const travel = choices({
  label: 'Travel',
  options: [
    ['foot', 'On foot'],
    ['bus', 'By bus'],
    ['other', 'Another way'],
    ['none', 'None of these'],
  ],
  other: 'other',
  exclusive: ['none'],
  max: 2,
  optional: true,
});

test('the option that asks for a text shows a box, and both are sent', async () => {
  const { person, send } = openFields({ water });
  expect(screen.queryByLabelText('Say which')).toBeNull();
  await person.click(screen.getByLabelText('Somewhere else'));
  await person.type(await screen.findByLabelText('Say which'), 'A spring');
  expect(await send()).toEqual({ water: { other: 'A spring' } });
});

test('a text that is missing is asked for, and the link of the issue leads to its box', async () => {
  const { person, press } = openFields({ water });
  await person.click(screen.getByLabelText('Somewhere else'));
  await screen.findByLabelText('Say which');
  await press();
  await person.click(await screen.findByRole('link', { name: 'Say which you mean for “Water”' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Say which'));
});

test('what was typed comes back when the option is chosen again', async () => {
  const { person, send } = openFields({ water });
  await person.click(screen.getByLabelText('Somewhere else'));
  await person.type(await screen.findByLabelText('Say which'), 'A spring');
  await person.click(screen.getByLabelText('Tap'));
  expect(screen.queryByLabelText('Say which')).toBeNull();
  await person.click(screen.getByLabelText('Somewhere else'));
  expect(await screen.findByLabelText('Say which')).toHaveProperty('value', 'A spring');
  await person.click(screen.getByLabelText('Tap'));
  expect(await send()).toEqual({ water: 'tap' });
});

test('an exclusive option deselects the others, and the other way round', async () => {
  const { person, send } = openFields({ travel });
  const boxes = within(screen.getByRole('group', { name: /Travel/ }));
  const isChosen = (name: string) => boxes.getByLabelText<HTMLInputElement>(name).checked;
  await person.click(boxes.getByLabelText('On foot'));
  await person.click(boxes.getByLabelText('None of these'));
  expect([isChosen('On foot'), isChosen('None of these')]).toEqual([false, true]);
  await person.click(boxes.getByLabelText('By bus'));
  expect([isChosen('By bus'), isChosen('None of these')]).toEqual([true, false]);
  await person.click(boxes.getByLabelText('Another way'));
  await person.type(await boxes.findByLabelText('Say which'), 'By boat');
  expect(await send()).toEqual({ travel: ['bus', { other: 'By boat' }] });
});

test('how many options can be chosen is said before anybody chooses too many', async () => {
  const { person, press } = openFields({ travel });
  expect(await screen.findByText('Choose up to 2.')).toBeTruthy();
  for (const name of ['On foot', 'By bus', 'Another way'])
    await person.click(screen.getByLabelText(name));
  await person.type(await screen.findByLabelText('Say which'), 'By boat');
  await press();
  await screen.findByRole('link', { name: 'Choose at most 2 options for “Travel”' });
});

test('options have pictures, which say nothing that their labels do not', () => {
  const pictures = { tap: '/pictures/tap.webp', other: '/pictures/other.webp' };
  openFields({
    water: choice({
      label: 'Water',
      options: [
        ['tap', 'Tap'],
        ['other', 'Other'],
      ],
      pictures,
    }),
  });
  const images = [...document.querySelectorAll('.option-picture')];
  expect(images.map((it) => it.getAttribute('src'))).toEqual(Object.values(pictures));
  expect(images.map((it) => it.getAttribute('alt'))).toEqual(['', '']);
  expect(screen.getByRole('radio', { name: 'Tap' })).toBeTruthy();
});

/** The labels of the options that are in sight. */
const labels = () => screen.getAllByRole('checkbox').map((it) => it.closest('label')?.textContent);

test('many options can be searched, and what is chosen stays in sight', async () => {
  const options = Array.from({ length: 20 }, (_, i) => [`c${i}`, `Country ${i}`] as const);
  const { person, send } = openFields({ been: choices({ label: 'Been to', options }) });
  await person.click(screen.getByLabelText('Country 3'));
  const search = await screen.findByRole('searchbox', { name: 'Search these options' });
  // Enter does not send the form.
  await person.type(search, '17{Enter}');
  expect(labels()).toEqual(['Country 3', 'Country 17']);
  await person.click(screen.getByLabelText('Country 17'));
  await person.clear(search);
  expect(labels()).toHaveLength(20);
  expect(await send()).toEqual({ been: ['c3', 'c17'] });
});

test('options that another answer offers during a search are searched as well', async () => {
  const options = Array.from({ length: 40 }, (_, i) => [`c${i}`, `Country ${i}`] as const);
  const form = defineForm({
    id: 'test',
    version: 1,
    title: 'A test',
    action: 'Send',
    fields: {
      far: choice({
        label: 'Far',
        options: [
          ['no', 'No'],
          ['yes', 'Yes'],
        ],
        default: 'no',
      }),
      been: choices({ label: 'Been to', options }),
    },
    offered: { been: ({ far }, { value }) => Number(value.slice(1)) >= 20 === (far === 'yes') },
  });
  const { person } = openForm(form);
  const search = await screen.findByRole('searchbox', { name: 'Search these options' });
  await person.type(search, '9');
  expect(labels()).toEqual(['Country 9', 'Country 19']);
  await person.click(screen.getByRole('radio', { name: 'Yes' }));
  expect(labels()).toEqual(['Country 29', 'Country 39']);
});
