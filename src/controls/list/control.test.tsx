import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { choice, choiceFrom } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { list } from '#core/form/list.ts';
import { openForm } from '../../testing/open-form.tsx';

afterEach(cleanup);

const many = Array.from({ length: 30 }, (_, i) => [`c${i}`, `Country ${i}`] as const);

/** A form with a list of districts, of which those of the chosen region are offered. */
const home = () =>
  defineForm({
    id: 'home',
    version: 1,
    title: 'Home',
    action: 'Send',
    fields: {
      region: choice({
        label: 'Region',
        options: [
          ['cairo', 'Greater Cairo'],
          ['delta', 'Nile Delta'],
        ],
      }),
      district: choiceFrom({
        label: 'District',
        list: list(() => import('#core/testing/sample-list.ts')),
        example: 'giza',
      }),
    },
    offered: { district: ({ region }, it) => it['region'] === region },
  });

async function openCombobox(form: Form, name: string | RegExp) {
  const opened = openForm(form);
  return {
    ...opened,
    box: await screen.findByRole<HTMLInputElement>('combobox', { name }),
    listed: () => screen.queryAllByRole('option').map((it) => it.textContent),
  };
}

const countries = defineForm({
  id: 'test',
  version: 1,
  title: 'A test',
  action: 'Send',
  fields: { country: choice({ label: 'Country', options: many, optional: true }) },
});

test('one of many options is found by typing a part of its label, and chosen with the keyboard', async () => {
  const { person, box, listed, send } = await openCombobox(countries, /^Country/);
  await person.type(box, '2');
  expect(listed()).toContain('Country 2');
  expect(listed()).not.toContain('Country 1');
  await person.keyboard('{ArrowDown}{ArrowDown}');
  const active = document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
  expect(active?.textContent).toBe('Country 20');
  expect(active?.getAttribute('aria-selected')).toBe('true');
  // Enter chooses, and does not send the form.
  await person.keyboard('{Enter}');
  expect([box.value, box.getAttribute('aria-expanded')]).toEqual(['Country 20', 'false']);
  expect(await send()).toEqual({ country: 'c20' });
});

test('a label that is typed in full is chosen, and deleting it is no answer', async () => {
  const { person, box, send } = await openCombobox(countries, /^Country/);
  await person.type(box, 'country 7');
  await person.tab();
  expect(box.value).toBe('Country 7');
  await person.clear(box);
  expect(await send()).toEqual({});
});

test('a text that is no option stays, and has to be corrected, even if the field is optional', async () => {
  const { person, box, press, listed, send } = await openCombobox(countries, /^Country/);
  await person.type(box, 'Atlantis');
  expect(listed()).toEqual([]);
  expect((await screen.findAllByText('Nothing found')).length).toBeGreaterThan(0);
  await press();
  await screen.findByRole('link', { name: 'Choose “Country” from the list' });
  expect(box.value).toBe('Atlantis');
  await person.clear(box);
  await person.type(box, '29');
  await person.click(screen.getByRole('option'));
  expect(await send()).toEqual({ country: 'c29' });
});

test('Escape closes the list, and a click opens it with all options', async () => {
  const { person, box, listed } = await openCombobox(countries, /^Country/);
  await person.click(box);
  expect(listed()).toHaveLength(30);
  await person.keyboard('{Escape}');
  expect(listed()).toEqual([]);
});

test('only the rows that another answer allows are offered; one that is ruled out comes back', async () => {
  const { person, box, listed, send } = await openCombobox(home(), 'District');
  await person.click(box);
  expect((await screen.findAllByText(/^Nothing to choose from yet/)).length).toBeGreaterThan(0);
  await person.click(screen.getByLabelText('Greater Cairo'));
  await person.click(box);
  await screen.findByText('Giza');
  expect(listed()).toEqual(['Giza', 'Helwan']);
  await person.click(screen.getByText('Helwan'));
  expect(box.value).toBe('Helwan');
  await person.click(screen.getByLabelText('Nile Delta'));
  expect(box.value).toBe('');
  await person.click(screen.getByLabelText('Greater Cairo'));
  expect(box.value).toBe('Helwan');
  expect(await send()).toEqual({ region: 'cairo', district: 'helwan' });
});

test('a list that cannot be loaded can be asked for again', async () => {
  let isOnline = false;
  const table = { columns: ['value', 'label'] as const, rows: [['a', 'Alpha']] };
  const form = defineForm({
    id: 'test',
    version: 1,
    title: 'A test',
    action: 'Send',
    fields: {
      letter: choiceFrom({
        label: 'Letter',
        list: list(async () => {
          if (!isOnline) throw new TypeError('Failed to fetch');
          return { default: table };
        }),
        example: 'a',
      }),
    },
  });
  const { person, box, listed } = await openCombobox(form, 'Letter');
  await screen.findByText('The list could not be loaded.');
  isOnline = true;
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await person.click(box);
  expect(listed()).toEqual(['Alpha']);
});
