import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { ride } from '#forms/ride.ts';
import { App } from '../../app/app.tsx';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { DepsContext } from '../../deps.ts';
import { createAppFixture, stored } from '../../testing/app-fixture.tsx';
import { sampleApiEntry } from '../../testing/sample-changes.ts';
import Receipt from './receipt.tsx';

afterEach(cleanup);

const gil = { Unicorn: { Name: 'Gil', Color: 'White', Gender: 'Male' }, Eta: '30 seconds' };

/** Requests a ride from a server that adds these values. */
async function fillRideForm(derived: object) {
  const fixture = createAppFixture('/ride');
  fixture.signedIn();
  fixture.answers((sent) => ({ status: 201, body: stored(sent, { ...gil, derived }) }));
  const page = render(<App forms={[ride]} deps={fixture.open()} />);
  const person = userEvent.setup();
  await person.type(await screen.findByLabelText('Latitude'), '47.6');
  await person.type(screen.getByLabelText('Longitude'), '-122.3');
  await person.click(screen.getByRole('button', { name: 'Request Unicorn' }));
  await screen.findByRole('heading', { name: 'Delivered' });
  return { page, fixture };
}

test('the form’s thanks come before the facts', { tags: 'thanks-first' }, async () => {
  await fillRideForm(gil);
  const thanks = screen.getByText('Gil, your White unicorn, is on his way.');
  expect(thanks.closest('header')).toBeTruthy();
  expect(screen.getByText('Name: Gil, Color: White, Gender: Male')).toBeTruthy();
});

test('a receipt survives a reload: from the device without a network, and elsewhere from the server', async () => {
  const { page, fixture } = await fillRideForm(gil);
  expect(window.location.pathname).toMatch(/^\/ride\/sent\/[0-9a-f-]{36}$/);
  page.unmount();
  const again = render(<App forms={[ride]} deps={fixture.open()} />);
  await screen.findByText('Gil, your White unicorn, is on his way.');
  expect(fixture.sent).toHaveLength(1);
  again.unmount();

  const { pathname } = window.location;
  const elsewhere = createAppFixture(pathname);
  elsewhere.signedIn();
  const id = pathname.split('/').at(-1);
  elsewhere.answers((sent) => ({ status: 200, body: stored(sent, { id, ...gil, derived: gil }) }));
  render(<App forms={[ride]} deps={elsewhere.open()} />);
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
  render(<App forms={[ride]} deps={deps} />);
  await screen.findByRole('heading', { name: 'There is no such entry' });
  expect(screen.queryByText(/unicorn, is on/)).toBeNull();
});

test('the list of entries shows what the server added, with a link to the receipt', async () => {
  const fixture = createAppFixture('/ride/entries');
  fixture.signedIn();
  fixture.answers((sent) => ({
    status: 200,
    body: { items: [stored(sent, { ...gil, derived: gil })] },
  }));
  render(<App forms={[ride]} deps={fixture.open()} />);
  await screen.findByText('Gil, your White unicorn, is on his way.');
  expect(screen.getByText('Name: Gil, Color: White, Gender: Male')).toBeTruthy();
  const paths = within(screen.getByRole('main')).getAllByRole('link');
  expect(paths.map((it) => it.getAttribute('href'))).toContain(
    '/ride/sent/019a0000-0000-7000-8000-000000000000',
  );
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
  expect(screen.getByText('We send it to mickey@example.com')).toBeTruthy();
  rerender(<Confirmed fixture={fixture} version={2} answers={answers} />);
  expect(screen.queryByText(/We send it/)).toBeNull();
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
          form={{ ...pwausers, thanks: fails as () => string }}
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
