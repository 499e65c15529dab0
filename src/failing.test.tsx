import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { ride } from '#forms/ride.ts';
import { App } from './app.tsx';
import { createFakeWorld, mickey, type Reply } from './fake-world.tsx';
import { desk } from './words/en/desk.ts';
import { entries } from './words/en/entries.ts';
import { home } from './words/en/home.ts';
import { outbox } from './words/en/outbox.ts';
import './account/account.tsx';
import './account/erase-page.tsx';
import './desk/desk-page.tsx';
import './home/home.tsx';
import './other-pages.tsx';
import './pages/edit.tsx';
import './pages/my-entries.tsx';
import './pages/outbox.tsx';

afterEach(cleanup);

const id = '019a0000-0000-7000-8000-000000000001';
const paths = [
  '/',
  '/pwausers',
  '/pwausers/entries',
  '/pwausers/entries?withdrawn',
  `/pwausers/entries/${id}`,
  `/pwausers/sent/${id}`,
  '/pwausers/responses',
  '/outbox',
  '/account',
  '/account/erase',
  '/about',
];

/** What a page says that has looked, and found nothing. */
const saysItIsEmpty = [
  desk.nobody,
  desk.nobodyThen,
  desk.noMatch,
  entries.none,
  entries.noneWithdrawn,
  'There is no such entry',
  home.never,
  outbox.nothingWaits,
];

const failures: Readonly<Record<string, Reply>> = {
  'no network': 'no network',
  'a failing server': { status: 500, body: { code: 'internal', title: 'It failed' } },
  'a busy server': { status: 503, body: 'busy' },
  'a page of a captive portal': { status: 200, body: '<html>Welcome to our café</html>' },
  'no list where one should be': { status: 200, body: { things: [] } },
  'who may not': { status: 403, body: { code: 'forbidden', title: 'Not for you' } },
};

const calm = () => new Promise((resolve) => setTimeout(resolve, 60));

/** An owner, on a page that reads from the server and the disk. */
async function open(path: string, reply: Reply, onDisk: 'answers' | 'is silent') {
  const world = createFakeWorld(path);
  const owner = { ...mickey, isOwner: true } as const;
  world.cognito.enter(owner);
  world.storages.local.write('formstead:person', JSON.stringify(owner));
  world.answers(...Array.from({ length: 60 }, () => () => reply));
  if (onDisk === 'is silent') world.silence();
  render(<App forms={[pwausers, ride]} deps={world.open([pwausers, ride])} />);
  await waitFor(() => expect(screen.getByRole('main')).toBeTruthy());
  await calm();
  return world;
}

const emptiness = () =>
  saysItIsEmpty.filter((it) => document.body.textContent.includes(it)).join(' ');

test.each(paths)(
  '%s: a server that fails is never shown as one that has nothing',
  async (path) => {
    for (const [failure, reply] of Object.entries(failures)) {
      const world = await open(path, reply, 'answers');
      // The outbox is on the device, and is empty indeed.
      const isAsked = world.sent.some(({ method }) => method === 'GET');
      const said = emptiness().replace(outbox.nothingWaits, '');
      expect({ failure, isAsked, said }).toEqual({ failure, isAsked, said: '' });
      cleanup();
    }
  },
  20_000,
);

test.each(paths)(
  '%s: a disk that does not answer is never shown as an empty one',
  async (path) => {
    const nothing: Reply = { status: 200, body: { items: [], days: {}, fields: {}, count: 0 } };
    await open(path, nothing, 'is silent');
    const isOnDevice = path === '/outbox' || path === '/';
    expect(isOnDevice ? emptiness() : '').toBe('');
  },
  20_000,
);
