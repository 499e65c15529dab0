import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { ride } from '#forms/ride.ts';
import { App } from './app.tsx';
import { createFakeWorld, stored, type Reply, type Sent } from './fake-world.tsx';
import './account/account.tsx';
import './account/erase-page.tsx';
import './other-pages.tsx';
import './pages/edit.tsx';
import './pages/my-entries.tsx';
import './pages/outbox.tsx';
import './shell/leaving-dialog.tsx';

afterEach(cleanup);

const calm = () => new Promise((resolve) => setTimeout(resolve, 40));
const place = { clientX: 100, clientY: 200, detail: 1 };
const id = '019a0000-0000-7000-8000-000000000001';

/** Two entries that wait, one that was refused, and a server that has one and does whatever it is asked. */
async function open(path: string) {
  HTMLDialogElement.prototype.showModal = () => undefined;
  HTMLDialogElement.prototype.close = () => undefined;
  const world = createFakeWorld(path);
  world.signedIn();
  const deps = world.open([pwausers, ride]);
  let isOnline = false;
  const reply = (sent: Sent): Reply => {
    if (sent.method === 'GET')
      return {
        status: 200,
        body: { items: sent.url.includes('cursor') ? [] : [stored(sent, { id })] },
      };
    return isOnline ? { status: 422, body: { code: 'invalid', title: 'No' } } : 'no network';
  };
  world.answers(...Array.from({ length: 100 }, () => reply));
  const save = (fname: string) =>
    deps.outbox.submit(pwausers, { id: deps.newId(), answers: { fname, lname: 'Mouse' } });
  isOnline = true;
  await save('Refused');
  await waitFor(() => expect(deps.outbox.view().parcels?.[0]?.stand.is).toBe('attention'));
  isOnline = false;
  for (const name of ['One', 'Two']) await save(name);
  await deps.outbox.drain();
  const taken: string[] = [];
  for (const name of ['discard', 'withdraw', 'erase', 'forget', 'whileNothingLeaves'] as const) {
    const before = deps.outbox[name] as (...all: unknown[]) => unknown;
    Object.assign(deps.outbox, {
      [name](...all: unknown[]) {
        taken.push(name);
        return before(...all);
      },
    });
  }
  render(<App forms={[pwausers, ride]} deps={deps} />);
  await waitFor(() => expect(document.querySelector('main:not([aria-busy])')).toBeTruthy());
  await calm();
  return taken;
}

const pressable = () => [
  ...document.querySelectorAll<HTMLElement>(':is(main, header, dialog) :is(button, a[href^="/"])'),
];

/** What takes something away, or leads to it; other pages than these have nothing of the kind. */
const worthPressing = () =>
  pressable().filter((it) =>
    /withdraw|delete|discard|erase|undo|sign out|keep|restore|cancel/i.test(it.textContent),
  );

const paths = [
  '/pwausers/entries',
  '/pwausers/entries?withdrawn',
  '/outbox',
  '/account',
  '/account/erase',
];

test.each(paths)(
  '%s: whatever a second tap lands on, it takes nothing more away',
  async (path) => {
    for (let at = 0, count = 1; at < count; at += 1) {
      const taken = await open(path);
      const first = worthPressing()[at];
      count = worthPressing().length;
      const words = first?.textContent;
      if (first) fireEvent.click(first, place);
      await calm();
      const before = [...taken];
      // Wherever the page has moved to meanwhile: each could be under the finger.
      for (const next of pressable())
        if (next !== first) fireEvent.click(next, { ...place, clientX: 104 });
      await calm();
      expect({ words, taken }).toEqual({ words, taken: before });
      cleanup();
    }
  },
  30_000,
);

test('what takes something away does so when it is meant', async () => {
  const taken = await open('/outbox');
  const [discard] = screen.getAllByRole('button', { name: 'Discard' });
  if (discard) fireEvent.click(discard, { ...place, clientX: 400 });
  await waitFor(() => expect(taken).toEqual(['discard']));
});
