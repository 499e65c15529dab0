import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { entryReference } from '#core/entries/entry-reference.ts';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { feedbackForm } from '#core/testing/feedback-form.ts';
import { signupForm } from '#core/testing/signup-form.ts';
import { ride } from '#forms/ride.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { DepsContext } from '../../deps.ts';
import { textBeside } from '../../testing/text-beside.ts';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import { sampleApiEntry } from '../../testing/sample-changes.ts';
import { sent } from '../../messages/en/sent.ts';
import { receiptText } from './receipt-file.ts';
import Receipt from './receipt.tsx';

afterEach(cleanup);

const gil = { Unicorn: { Name: 'Gil', Color: 'White', Gender: 'Male' }, Eta: '30 seconds' };

/** Requests a ride from a server that adds these values. */
async function fillRideForm(derived: object) {
  const fixture = createAppFixture('/ride');
  fixture.signedIn();
  fixture.answers((sent) => ({ status: 201, body: stored(sent, { ...gil, derived }) }));
  const page = render(<AppOfForms forms={[ride]} deps={fixture.open()} />);
  const person = userEvent.setup();
  await person.type(await screen.findByLabelText('Latitude'), '47.6');
  await person.type(screen.getByLabelText('Longitude'), '-122.3');
  await person.click(screen.getByRole('button', { name: 'Request unicorn' }));
  await screen.findByRole('heading', { name: 'Sent' });
  return { page, fixture };
}

test(
  'the form’s thanks come first, then what it says happens next, and what was sent',
  { tags: 'thanks-first' },
  async () => {
    const { fixture } = await fillRideForm(gil);
    const thanks = screen.getByText('Gil, your White unicorn, is on his way.');
    expect(thanks.closest('header')).toBeTruthy();
    expect(textBeside('Arrives in')).toBe('30 seconds');
    expect(screen.getByText('Please wait where you are.')).toBeTruthy();
    expect(textBeside('Pickup location')).toContain('47.6');
    const [sent] = fixture.sent;
    const reference = entryReference(sent?.headers.get('Idempotency-Key') ?? '');
    expect(screen.getByText(reference)).toBeTruthy();
  },
);

test('a form’s link onward comes first, and leaves a frame; a form for one entry each offers no other', () => {
  const fixture = createAppFixture('/');
  fixture.signedIn();
  const after = { link: { label: 'To the programme', href: 'https://www.example.org/day' } };
  render(
    <DepsContext value={fixture.open()}>
      <Receipt form={{ ...pwausers, after }} entry={sampleApiEntry()} onAnother={undefined} />
    </DepsContext>,
  );
  const [first] = document.querySelectorAll('.actions > *');
  expect(first).toBe(screen.getByRole('link', { name: 'To the programme' }));
  expect(first?.getAttribute('href')).toBe('https://www.example.org/day');
  expect(first?.getAttribute('target')).toBe('_top');
  expect(document.querySelectorAll('.actions .button')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Fill in another' })).toBeNull();
});

/** A form with limits asks for its seats as well, which are not known here. */
const storedRide = (sent: Sent): Reply =>
  sent.method === 'POST'
    ? { status: 201, body: stored(sent, { ...gil, derived: gil }) }
    : 'no network';

test('after one entry, when the form accepts one of each person, no other is offered', async () => {
  const one = { ...ride, limits: { perAuthor: 1 } };
  const fixture = createAppFixture('/ride');
  fixture.signedIn();
  fixture.answers(storedRide, storedRide, storedRide, storedRide);
  render(<AppOfForms forms={[one]} deps={fixture.open()} />);
  const person = userEvent.setup();
  await person.type(await screen.findByLabelText('Latitude'), '47.6');
  await person.type(screen.getByLabelText('Longitude'), '-122.3');
  await person.click(screen.getByRole('button', { name: 'Request unicorn' }));
  await screen.findByRole('heading', { name: 'Sent' });
  expect(screen.queryByRole('button', { name: 'Fill in another' })).toBeNull();
});

test('keys that the form has no label for are for the API alone', async () => {
  await fillRideForm(gil);
  expect(screen.queryByText(/Gender: Male|RideId|Ride id/)).toBeNull();
});

test('a receipt can be printed, and saved as a text file', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  await fillRideForm(gil);
  const person = userEvent.setup();
  await person.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledOnce();
  const text = receiptText(
    {
      form: pwausers,
      entry: sampleApiEntry(1, { fname: 'Mickey', lname: 'Mouse' }),
      sender: 'mickey@example.com',
    },
    sent,
  );
  expect(text.split('\n')).toEqual([
    'Join us',
    '',
    `Reference: ${entryReference(sampleApiEntry().id)}`,
    expect.stringMatching(/^Sent: .*2026/),
    'Sent by: mickey@example.com',
    '',
    'First name: Mickey',
    'Last name: Mouse',
    '',
  ]);
});

test('the answers to a sensitive form are not shown again', () => {
  const pin = defineForm({
    id: 'pin',
    version: 1,
    title: 'A secret',
    action: 'Tell',
    fields: { pin: text({ label: 'Number', sensitive: true }) },
  });
  const fixture = createAppFixture('/');
  fixture.signedIn();
  render(
    <DepsContext value={fixture.open()}>
      <Receipt form={pin} entry={sampleApiEntry(1, { pin: '4711' })} onAnother={() => undefined} />
    </DepsContext>,
  );
  expect(screen.queryByText('4711')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Download' })).toBeNull();
});

test('a receipt survives a reload: from the device without a network, and elsewhere from the server', async () => {
  const { page, fixture } = await fillRideForm(gil);
  expect(window.location.pathname).toMatch(/^\/ride\/sent\/[0-9a-f-]{36}$/);
  page.unmount();
  const again = render(<AppOfForms forms={[ride]} deps={fixture.open()} />);
  await screen.findByText('Gil, your White unicorn, is on his way.');
  expect(fixture.sent).toHaveLength(1);
  again.unmount();

  const { pathname } = window.location;
  const elsewhere = createAppFixture(pathname);
  elsewhere.signedIn();
  const id = pathname.split('/').at(-1);
  elsewhere.answers((sent) => ({ status: 200, body: stored(sent, { id, ...gil, derived: gil }) }));
  render(<AppOfForms forms={[ride]} deps={elsewhere.open()} />);
  await screen.findByText('Gil, your White unicorn, is on his way.');
  expect(screen.getByText('30 seconds')).toBeTruthy();
});

test('nobody sees another person’s receipt on the same device', async () => {
  const { page, fixture } = await fillRideForm(gil);
  page.unmount();
  fixture.cognito.enter({ username: 'minnie-2', email: 'minnie@example.com' });
  const deps = fixture.open();
  await deps.session.check();
  fixture.answers(() => ({ status: 404, body: { code: 'not_found', title: 'Nothing here' } }));
  render(<AppOfForms forms={[ride]} deps={deps} />);
  await screen.findByRole('heading', { name: 'Entry not found' });
  expect(screen.queryByText(/unicorn, is on/)).toBeNull();
});

test('a value of a newer server that this form does not know does no harm', async () => {
  await fillRideForm({ Griffin: 'Buckbeak' });
  expect(screen.queryByText(/is on/)).toBeNull();
  expect(screen.getByText('30 seconds')).toBeTruthy();
});

test('a form that confirms its entries says where the mail goes, but not after a change', async () => {
  const fixture = createAppFixture('/');
  fixture.signedIn();
  const answers = { fname: 'Mickey', lname: 'Mouse', email: 'stranger@example.com' };
  const { rerender } = render(<Confirmed fixture={fixture} version={1} answers={answers} />);
  expect(screen.getByText('We will send it to mickey@example.com')).toBeTruthy();
  rerender(<Confirmed fixture={fixture} version={2} answers={answers} />);
  expect(screen.queryByText(/We will send it/)).toBeNull();
});

type ConfirmedProps = {
  readonly fixture: ReturnType<typeof createAppFixture>;
  readonly version: number;
  readonly answers: object;
};

function Confirmed({ fixture, version, answers }: ConfirmedProps) {
  const entry = { ...sampleApiEntry(version, answers as ApiEntry['answers']) };
  return (
    <DepsContext value={fixture.open()}>
      <Receipt form={pwausers} entry={entry} onAnother={() => undefined} />
    </DepsContext>
  );
}

test.each<[string, (...given: never[]) => unknown]>([
  [
    'throws',
    () => {
      throw new Error('Mickey');
    },
  ],
  ['does not return text', () => ({ $$typeof: 'Mickey' })],
  ['returns a promise', async () => 'Mickey'],
])(
  'a form’s function that %s is reported to its author, and the receipt is still shown',
  (_, fails) => {
    const heard = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fixture = createAppFixture('/');
    fixture.signedIn();
    render(
      <DepsContext value={fixture.open()}>
        <Receipt
          form={{
            ...pwausers,
            thanks: fails as () => string,
            receiptLabels: { Message: 'Message' },
          }}
          entry={{ ...sampleApiEntry(), receipt: { Message: 'Added' } }}
          onAnother={() => undefined}
        />
      </DepsContext>,
    );
    expect(screen.getByText('Added')).toBeTruthy();
    expect(heard.mock.calls.flat().join(' ')).toMatch(/"pwausers" failed in thanks: \w*Error/);
    expect(heard.mock.calls.flat().join(' ')).not.toContain('Mickey');
    heard.mockRestore();
  },
);

test('whoever typed an address without an account reads that it is verified first', () => {
  const fixture = createAppFixture('/');
  const entry = { ...sampleApiEntry(), answers: { name: 'Ada', email: 'ada@example.com' } };
  const show = (form: typeof signupForm) =>
    render(
      <DepsContext value={fixture.open()}>
        <Receipt form={form} entry={entry} onAnother={undefined} />
      </DepsContext>,
    );
  show(signupForm);
  expect(textBeside('Confirmation email')).toContain(
    'To ada@example.com. An email first asks whether the address is yours.',
  );
  cleanup();
  show(feedbackForm);
  expect(screen.queryByText('Confirmation email')).toBeNull();
});
