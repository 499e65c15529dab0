import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { choice, choices, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import type { FormLimits } from '#core/limits/form-limits.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, delivered, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import { userEvent } from '@testing-library/user-event';
// Loaded here, so that no test has to wait for it.
import './seats-reader.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const towns = Array.from({ length: 20 }, (_, i) => [`t${i}`, `Town ${i}`] as const);

const workshopWith = (limits: FormLimits) =>
  defineForm({
    id: 'workshop',
    version: 1,
    title: 'Workshop',
    action: 'Book',
    access: 'anyone',
    limits,
    fields: {
      name: text({ label: 'Name' }),
      session: choice({
        label: 'Session',
        options: [
          ['am', 'Morning'],
          ['pm', 'Afternoon'],
        ],
      }),
      meals: choices({
        label: 'Meals',
        optional: true,
        options: [
          ['soup', 'Soup'],
          ['cake', 'Cake'],
        ],
      }),
      town: choice({ label: 'Town', optional: true, options: towns }),
    },
  });

const perOption = { session: { am: 10, pm: 5 }, meals: { cake: 2 }, town: { t1: 3, t2: 3 } };
const workshop = workshopWith({ entries: 30, perOption });
const other = defineForm({ ...workshopWith({}), id: 'other' });

/** How many are taken of each, as the API says it. */
const taken = (entries: number, am: number, cake = 0, t1 = 0) => ({
  now: '2026-01-01T12:00:00Z',
  entries: { taken: entries, max: 30 },
  perOption: {
    session: { am: { taken: am, max: 10 }, pm: { taken: 0, max: 5 } },
    meals: { cake: { taken: cake, max: 2 } },
    town: { t1: { taken: t1, max: 3 }, t2: { taken: 1, max: 3 } },
  },
});

/** Opens the form with a cloud that says these seats in turn, and then always the last. */
function openWith(...seats: (object | 'no network')[]) {
  const fixture = createAppFixture('/workshop');
  const answer = (sent: Sent): Reply => {
    if (!sent.url.endsWith('/seats')) return delivered(sent);
    const [next = 'no network', ...more] = seats;
    if (more.length > 0) seats = more;
    return next === 'no network' ? next : { status: 200, body: next };
  };
  fixture.answers(...Array.from({ length: 50 }, () => answer));
  render(<AppOfForms forms={[workshop, other]} deps={fixture.open()} />);
  return { ...fixture, person: userEvent.setup() };
}

const radio = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
/** The texts of all live regions. */
const heard = () =>
  screen
    .getAllByRole('status')
    .map((it) => it.textContent)
    .join(' ');
const comeBack = () => act(async () => void document.dispatchEvent(new Event('visibilitychange')));

test('a form says how many entries and seats are left, and asks without an account', async () => {
  const { sent } = openWith(taken(27, 7));
  await screen.findByLabelText('Morning – 3 of 10 left');
  expect(screen.getByText('3 of 30 entries left.', { selector: '.hint, .hint *' })).toBeTruthy();
  expect(screen.getByLabelText('Soup')).toBeTruthy();
  expect(screen.getByLabelText('Cake – 2 of 2 left')).toBeTruthy();
  expect(sent[0]?.url).toBe('https://api.example/v1/open/workshop/seats');
});

test('an option without a seat cannot be chosen, and says so', async () => {
  openWith(taken(1, 10, 2));
  await screen.findByLabelText('Morning – Full');
  expect(radio('Morning – Full').disabled).toBe(true);
  expect(radio(/Afternoon/).disabled).toBe(false);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Cake – Full' }).disabled).toBe(
    true,
  );
});

test('what somebody has chosen stays chosen when its last seat is taken meanwhile', async () => {
  const { person } = openWith(taken(1, 9), taken(2, 10));
  await person.click(await screen.findByLabelText('Morning – 1 of 10 left'));
  await comeBack();
  const chosen = await screen.findByLabelText<HTMLInputElement>('Morning – Full');
  expect(chosen.checked).toBe(true);
  expect(chosen.disabled).toBe(false);
});

test('a long list shows the seats beside its options, which are found as ever', async () => {
  const { person } = openWith(taken(1, 0, 0, 3));
  await screen.findByLabelText('Morning – 10 of 10 left');
  const box = await screen.findByRole<HTMLInputElement>('combobox');
  await person.type(box, 'town 1');
  const full = screen.getByRole('option', { name: /^Town 1\s*Full$/ });
  expect(full.getAttribute('aria-disabled')).toBe('true');
  await person.click(full);
  await person.clear(box);
  await person.type(box, 'town 2');
  await person.click(screen.getByRole('option', { name: /^Town 2\s*2 of 3 left$/ }));
  expect(box.value).toBe('Town 2');
});

test('a form without a network says nothing of seats, and offers every option', async () => {
  const { sent } = openWith(taken(30, 10));
  await screen.findByLabelText('Morning – Full');
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event('offline')));
  expect((await screen.findByLabelText<HTMLInputElement>('Morning')).disabled).toBe(false);
  expect(screen.queryByText(/entries left|This form is full/)).toBeNull();
  expect(sent).toHaveLength(1);
});

test('a form whose seats cannot be read is filled in all the same', async () => {
  const { person } = openWith('no network');
  await person.click(await screen.findByLabelText('Morning'));
  await person.type(screen.getByLabelText('Name'), 'Ada');
  await person.click(screen.getByRole('button', { name: 'Book' }));
  await screen.findByRole('heading', { name: 'Sent' });
});

test('a full form says that it is full', async () => {
  openWith(taken(30, 10));
  await screen.findByText('Full', { selector: 'strong, strong *' });
  expect(screen.getAllByText(/all 30 entries have been sent/).length).toBeGreaterThan(0);
});

test('a screen reader hears the seats once, and then only what is full', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  openWith(taken(1, 8), taken(2, 9), taken(3, 10));
  await screen.findByLabelText('Morning – 2 of 10 left');
  expect(heard()).toContain('29 of 30 entries left.');
  await act(() => vi.advanceTimersByTimeAsync(6000));
  await comeBack();
  await screen.findByLabelText('Morning – 1 of 10 left');
  expect(heard()).not.toContain('left');
  await comeBack();
  await screen.findByLabelText('Morning – Full');
  expect(heard()).toContain('Full: Morning');
});

test('a form without limits asks for no seats', async () => {
  const fixture = createAppFixture('/other');
  render(<AppOfForms forms={[workshop, other]} deps={fixture.open()} />);
  await screen.findByLabelText('Morning');
  expect(fixture.sent).toEqual([]);
});
