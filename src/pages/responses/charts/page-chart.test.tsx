import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { noSummary, openResponsesPage } from '../../../testing/open-responses-page.tsx';

afterEach(cleanup);

const fields = {
  name: text({ label: 'Name' }),
  street: text({ label: 'Street', optional: true }),
};
const about = { id: 'visit', version: 1, title: 'Visit', action: 'Send', fields } as const;
const summary = {
  ...noSummary,
  form: 'visit',
  count: 4,
  days: { '2026-11-02': 4 },
  fields: { name: { answered: 4 }, street: { answered: 1, relevant: 2 } },
};
const heading = 'Answered, page by page';

test('a form of several pages has a chart of how much of each is answered', async () => {
  const pages = [
    { title: 'You', fields: ['name'] },
    { title: 'Home', fields: ['street'] },
  ] as const;
  openResponsesPage({ summary }, '?view=charts', defineForm({ ...about, pages }));
  const figure = (await screen.findByRole('heading', { name: heading })).closest('figure');
  const chart = within(figure ?? expect.fail());
  expect(chart.getByText(/People who sent nothing are not counted/)).toBeTruthy();
  const rows = chart.getAllByRole('row').map((it) => it.textContent);
  expect(rows.slice(1)).toEqual(['1. You4 of 4 (100%)', '2. Home1 of 2 (50%)']);
});

test('a form of one page has none', async () => {
  openResponsesPage({ summary }, '?view=charts', defineForm(about));
  await screen.findByRole('button', { name: 'Print charts' });
  expect(screen.queryByRole('heading', { name: heading })).toBeNull();
});
