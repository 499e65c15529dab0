import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { ride } from '#forms/ride.ts';
import { App } from '../app.tsx';
import type { Told } from '../cloud/told.ts';
import { DepsContext } from '../deps.ts';
import { createFakeWorld, stored } from '../fake-world.tsx';
import { told } from '../outbox/sample-parcels.ts';
import Receipt from './receipt.tsx';

afterEach(cleanup);

const gil = { Unicorn: { Name: 'Gil', Color: 'White', Gender: 'Male' }, Eta: '30 seconds' };

/** A ride that is asked for, and a server that chose so. */
async function askForARide(derived: object) {
  const world = createFakeWorld('/ride');
  world.signedIn();
  world.answers((sent) => ({ status: 201, body: stored(sent, { ...gil, derived }) }));
  const page = render(<App forms={[ride]} deps={world.open()} />);
  const person = userEvent.setup();
  await person.type(await screen.findByLabelText('Latitude'), '47.6');
  await person.type(screen.getByLabelText('Longitude'), '-122.3');
  await person.click(screen.getByRole('button', { name: 'Request Unicorn' }));
  await screen.findByRole('heading', { name: 'Delivered' });
  return { page, world };
}

test('what a form thanks with is read before the facts', async () => {
  await askForARide(gil);
  const thanks = screen.getByText('Gil, your White unicorn, is on his way.');
  expect(thanks.closest('header')).toBeTruthy();
  expect(screen.getByText('Name: Gil, Color: White, Gender: Male')).toBeTruthy();
});

test('a receipt survives a reload: from the device without a network, and elsewhere from the server', async () => {
  const { page, world } = await askForARide(gil);
  expect(window.location.pathname).toMatch(/^\/ride\/sent\/[0-9a-f-]{36}$/);
  page.unmount();
  const again = render(<App forms={[ride]} deps={world.open()} />);
  await screen.findByText('Gil, your White unicorn, is on his way.');
  expect(world.sent).toHaveLength(1);
  again.unmount();

  const { pathname } = window.location;
  const elsewhere = createFakeWorld(pathname);
  elsewhere.signedIn();
  const id = pathname.split('/').at(-1);
  elsewhere.answers((sent) => ({ status: 200, body: stored(sent, { id, ...gil, derived: gil }) }));
  render(<App forms={[ride]} deps={elsewhere.open()} />);
  await screen.findByText('Gil, your White unicorn, is on his way.');
  expect(screen.getByText('30 seconds')).toBeTruthy();
});

test('nobody sees the receipt of somebody else on one device', async () => {
  const { page, world } = await askForARide(gil);
  page.unmount();
  world.cognito.enter({ username: 'minnie-2', email: 'minnie@example.com' });
  const deps = world.open();
  await deps.session.check();
  world.answers(() => ({ status: 404, body: { code: 'not_found', title: 'Nothing here' } }));
  render(<App forms={[ride]} deps={deps} />);
  await screen.findByRole('heading', { name: 'There is no such entry' });
  expect(screen.queryByText(/unicorn, is on/)).toBeNull();
});

test('what the server made of an entry is among one’s entries, with the way to its receipt', async () => {
  const world = createFakeWorld('/ride/entries');
  world.signedIn();
  world.answers((sent) => ({
    status: 200,
    body: { items: [stored(sent, { ...gil, derived: gil })] },
  }));
  render(<App forms={[ride]} deps={world.open()} />);
  await screen.findByText('Gil, your White unicorn, is on his way.');
  expect(screen.getByText('Name: Gil, Color: White, Gender: Male')).toBeTruthy();
  const paths = within(screen.getByRole('main')).getAllByRole('link');
  expect(paths.map((it) => it.getAttribute('href'))).toContain(
    '/ride/sent/019a0000-0000-7000-8000-000000000000',
  );
});

test('what a newer server chose, and this form cannot speak of, does no harm', async () => {
  await askForARide({ Griffin: 'Buckbeak' });
  expect(screen.queryByText(/is on/)).toBeNull();
  expect(screen.getByText('30 seconds')).toBeTruthy();
});

test('a form that confirms its entries says where the mail goes, and of a change it does not', async () => {
  const world = createFakeWorld('/');
  world.signedIn();
  const answers = { fname: 'Mickey', lname: 'Mouse', email: 'stranger@example.com' };
  const { rerender } = render(<Confirmed world={world} version={1} answers={answers} />);
  expect(screen.getByText('We send it to mickey@example.com')).toBeTruthy();
  rerender(<Confirmed world={world} version={2} answers={answers} />);
  expect(screen.queryByText(/We send it/)).toBeNull();
});

type ConfirmedProps = {
  readonly world: ReturnType<typeof createFakeWorld>;
  readonly version: number;
  readonly answers: object;
};

function Confirmed({ world, version, answers }: ConfirmedProps) {
  const entry = { ...told(version, answers as Told['answers']) };
  return (
    <DepsContext value={world.open()}>
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
  ['answers with no text', () => ({ $$typeof: 'Mickey' })],
  ['answers later', async () => 'Mickey'],
])(
  'a form’s function that %s is told to its author, and the receipt is there all the same',
  (_, fails) => {
    const heard = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const world = createFakeWorld('/');
    world.signedIn();
    render(
      <DepsContext value={world.open()}>
        <Receipt
          form={{ ...pwausers, thanks: fails as () => string }}
          entry={{ ...told(), receipt: { Message: 'Added' } }}
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
