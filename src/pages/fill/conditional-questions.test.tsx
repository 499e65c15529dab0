import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { choice, number, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, delivered } from '../../testing/app-fixture.tsx';
import '../sent/sent-page.tsx';

afterEach(cleanup);

const form = defineForm({
  id: 'water',
  version: 1,
  title: 'Water',
  action: 'Send',
  fields: {
    name: text({ label: 'Name', optional: true }),
    source: choice({
      label: 'Source',
      options: [
        ['tap', 'Tap'],
        ['other', 'Other'],
      ],
    }),
    other: text({ label: 'Which?' }),
    minutes: number({ label: 'How far does {name|this person} walk?', unit: 'minutes' }),
  },
  calculate: { hours: ({ minutes }) => (minutes === undefined ? undefined : minutes / 60) },
  when: { other: ({ source }) => source === 'other' },
  rules: [
    {
      at: 'minutes',
      broken: ({ hours = 0 }) => hours > 4,
      message: 'Is it more than four hours for {name|this person}?',
      soft: true,
    },
  ],
});

function openForm(shown = form) {
  const fixture = createAppFixture(`/${shown.id}`);
  fixture.signedIn();
  fixture.answers(delivered, delivered);
  render(<AppOfForms forms={[shown]} deps={fixture.open()} />);
  return { fixture, person: userEvent.setup() };
}

const send = () => screen.getByRole('button', { name: 'Send' });

test('a question appears with the answer that it depends on, and what was typed there comes back with it', async () => {
  const { person } = openForm();
  expect(screen.queryByLabelText('Which?')).toBeNull();
  await person.click(screen.getByLabelText('Other'));
  await person.type(screen.getByLabelText('Which?'), 'A well');
  await person.click(screen.getByLabelText('Tap'));
  expect(screen.queryByLabelText('Which?')).toBeNull();
  await person.click(screen.getByLabelText('Other'));
  expect(screen.getByLabelText('Which?')).toHaveProperty('value', 'A well');
});

test('neither what was typed in a hidden question nor a calculated value is sent, and nothing hidden is required', async () => {
  const { fixture, person } = openForm();
  await person.click(screen.getByLabelText('Other'));
  await person.type(screen.getByLabelText('Which?'), 'A well');
  await person.click(screen.getByLabelText('Tap'));
  await person.type(screen.getByLabelText(/How far/), '30');
  await person.click(send());
  await screen.findByRole('heading', { name: 'Sent' });
  expect(fixture.sent[0]?.body).toEqual({ source: 'tap', minutes: 30 });
});

test('an earlier answer is in a later question once somebody pauses', async () => {
  const { person } = openForm();
  await screen.findByLabelText('How far does this person walk?');
  await person.type(screen.getByLabelText(/^Name/), 'Ann <b>');
  await screen.findByLabelText('How far does Ann <b> walk?');
  await person.click(send());
  const summary = within(await screen.findByRole('alert'));
  expect(
    summary.getByRole('link', {
      name: 'Enter “How far does Ann <b> walk?”',
    }),
  ).toBeTruthy();
});

test('a question that appears has in it what has just been typed', async () => {
  const { other: _, ...fields } = form.fields;
  const { person } = openForm({
    ...form,
    fields: { ...fields, other: text({ label: 'Which does {name|this person} use?' }) },
  });
  await person.type(screen.getByLabelText(/^Name/), 'Ann');
  await person.click(screen.getByLabelText('Other'));
  expect(screen.getByLabelText('Which does Ann use?')).toBeTruthy();
});

test('a soft rule warns once beside its question, and then lets the answers pass', async () => {
  const { fixture, person } = openForm();
  await person.click(screen.getByLabelText('Tap'));
  const minutes = screen.getByLabelText(/How far/);
  await person.type(minutes, '300');
  expect(screen.queryByText(/more than four hours/)).toBeNull();
  await person.click(send());
  const summary = await screen.findByRole('alert');
  expect(within(summary).getByRole('heading').textContent).toBe('Check these answers');
  expect(minutes.getAttribute('aria-invalid')).toBe('false');
  expect(minutes.getAttribute('aria-describedby')).toContain('answer-minutes-warning');
  expect(fixture.sent).toEqual([]);
  await person.click(send());
  await screen.findByRole('heading', { name: 'Sent' });
  expect(fixture.sent[0]?.body).toEqual({ source: 'tap', minutes: 300 });
});

test('a condition that fails asks its question, and loses nothing', async () => {
  const failing = defineForm({
    ...form,
    when: {
      other: () => {
        throw new TypeError('mistake');
      },
    },
  });
  const { person } = openForm(failing);
  await person.type(screen.getByLabelText('Which?'), 'A well');
  expect(screen.getByLabelText('Which?')).toHaveProperty('value', 'A well');
});
