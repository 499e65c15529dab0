import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { defineForm } from '#core/form/define-form.ts';
import { choice } from '#core/fields/index.ts';
import type { FormLimits } from '#core/limits/form-limits.ts';
import { AppOfForms } from '../../../testing/app-of-forms.tsx';
import { createAppFixture, type Sent } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
import '../../../testing/open-responses-page.tsx';
// Loaded here, so that no test has to wait for it.
import './seats-panel.tsx';

afterEach(cleanup);

const workshopWith = (limits: FormLimits) =>
  defineForm({
    id: 'workshop',
    version: 1,
    title: 'Workshop',
    action: 'Book',
    limits,
    fields: {
      session: choice({
        label: 'Session',
        options: [
          ['am', 'Morning'],
          ['pm', 'Afternoon'],
        ],
      }),
    },
  });

const closes = '2026-11-20T09:00:00Z';
const limits = { closes, entries: 10, perOption: { session: { am: 5, pm: 5 } } };
const seats = {
  entries: { taken: 7, max: 10 },
  perOption: { session: { am: { taken: 5, max: 5 }, pm: { taken: 2, max: 5 } } },
};

const late = {
  id: '019a0000-0000-7000-8000-000000000001',
  form: 'workshop',
  formVersion: 1,
  username: 'person-1',
  answers: { session: 'am' },
  version: 1,
  createdAt: '2026-11-21T09:41:00.000Z',
  updatedAt: '2026-11-21T09:41:00.000Z',
  isLate: true,
  savedAt: '2026-11-19T08:00:00.000Z',
};
const inTime = {
  ...late,
  id: '019a0000-0000-7000-8000-000000000002',
  createdAt: '2026-11-18T09:41:00.000Z',
  isLate: undefined,
  savedAt: undefined,
};

/** An owner opens the responses to a form with these limits. */
function openPage(limitsOfForm: FormLimits = limits, reply: object = { status: 200, body: seats }) {
  const fixture = createAppFixture('/responses/workshop');
  const owner = { ...mickey, isOwner: true } as const;
  fixture.cognito.enter(owner);
  fixture.storages.local.write('formstead:person', JSON.stringify(owner));
  const summary = { form: 'workshop', count: 2, complete: true, days: {}, fields: {} };
  const answer = ({ url }: Sent) => {
    const { pathname } = new URL(url);
    if (pathname.endsWith('/seats')) return reply as { status: number; body: unknown };
    const body = pathname.endsWith('/summary') ? summary : { items: [late, inTime] };
    return { status: 200, body };
  };
  fixture.answers(...Array.from({ length: 50 }, () => answer));
  render(<AppOfForms forms={[workshopWith(limitsOfForm)]} deps={fixture.open()} />);
  return { ...fixture, person: userEvent.setup() };
}

test('owners see how many entries a form has accepted, and how many chose each option', async () => {
  const { person } = openPage();
  await person.click(await screen.findByText('Entries: 7 of 10'));
  const rows = screen.getAllByRole('term').map((it) => it.parentElement?.textContent);
  expect(rows).toEqual(['Morning5 of 5 · full', 'Afternoon2 of 5']);
});

test('owners of a form that counts no seats are shown none', async () => {
  const { sent } = openPage({ closes, perAuthor: 1 });
  await screen.findAllByRole('row');
  expect(sent.filter(({ url }) => url.endsWith('/seats'))).toEqual([]);
});

test('owners learn that the seats could not be loaded, and see the responses', async () => {
  openPage(limits, { status: 503, body: {} });
  await screen.findByText('How many seats are taken could not be loaded.');
  expect((await screen.findAllByRole('row')).length).toBeGreaterThan(1);
});

test('a late entry is called late in the list, and says by itself when the device had saved it', async () => {
  const { person } = openPage();
  await person.click(await screen.findByRole('link', { name: /Nov 21, 2026.* · late$/ }));
  expect(screen.getByRole('link', { name: /Nov 18/ }).textContent).not.toMatch(/late/);
  await screen.findByText(/Arrived after the form had closed.*Nov 19, 2026/);
});
