import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { ride } from '#forms/ride.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import '../secondary-pages.tsx';
import '../layout/header-menu.tsx';

afterEach(cleanup);

const settled = () => new Promise((resolve) => setTimeout(resolve, 40));
const point = { clientX: 100, clientY: 200, detail: 1 };
const id = '019a0000-0000-7000-8000-000000000001';

/** A device with two waiting entries and a refused one, and a server with one entry. */
async function open(path: string) {
  HTMLDialogElement.prototype.showModal = () => undefined;
  HTMLDialogElement.prototype.close = () => undefined;
  const fixture = createAppFixture(path);
  fixture.signedIn();
  const deps = fixture.open([pwausers, ride]);
  let isOnline = false;
  const reply = (sent: Sent): Reply => {
    if (sent.method === 'GET')
      return {
        status: 200,
        body: { items: sent.url.includes('cursor') ? [] : [stored(sent, { id })] },
      };
    return isOnline ? { status: 422, body: { code: 'invalid', title: 'No' } } : 'no network';
  };
  fixture.answers(...Array.from({ length: 100 }, () => reply));
  const save = (fname: string) =>
    deps.outbox.submit(pwausers, { id: deps.newId(), answers: { fname, lname: 'Mouse' } });
  isOnline = true;
  await save('Refused');
  await waitFor(() => expect(deps.outbox.view().changes?.[0]?.status.is).toBe('attention'));
  isOnline = false;
  for (const name of ['One', 'Two']) await save(name);
  await deps.outbox.flush();
  const calls: string[] = [];
  for (const name of ['discard', 'withdraw', 'erase', 'forget', 'withDeliveryPaused'] as const) {
    const before = deps.outbox[name] as (...all: unknown[]) => unknown;
    Object.assign(deps.outbox, {
      [name](...all: unknown[]) {
        calls.push(name);
        return before(...all);
      },
    });
  }
  render(<AppOfForms forms={[pwausers, ride]} deps={deps} />);
  await waitFor(() => expect(document.querySelector('main:not([aria-busy])')).toBeTruthy());
  await settled();
  return calls;
}

const pressable = () => [
  ...document.querySelectorAll<HTMLElement>(':is(main, header, dialog) :is(button, a[href^="/"])'),
];

/** Buttons that remove something, or lead there. Only the pages below have any. */
const removingButtons = () =>
  pressable().filter((it) =>
    /withdraw|delete|discard|erase|undo|sign out|keep|restore|cancel/i.test(it.textContent),
  );

const paths = [`/entries/pwausers/${id}`, '/outbox', '/account', '/account/erase'];

test.each(paths)('%s: a second tap removes nothing more, wherever it lands', async (path) => {
  for (let at = 0, count = 1; at < count; at += 1) {
    const calls = await open(path);
    const first = removingButtons()[at];
    count = removingButtons().length;
    const label = first?.textContent;
    if (first) fireEvent.click(first, point);
    await settled();
    const before = [...calls];
    // The page may have moved meanwhile, so that any of them could be under the finger.
    for (const next of pressable())
      if (next !== first) fireEvent.click(next, { ...point, clientX: 104 });
    await settled();
    expect({ label, calls }).toEqual({ label, calls: before });
    cleanup();
  }
});

test('a deliberate tap does remove something', async () => {
  const calls = await open('/outbox');
  const [discard] = screen.getAllByRole('button', { name: 'Discard' });
  if (discard) fireEvent.click(discard, { ...point, clientX: 400 });
  await waitFor(() => expect(calls).toEqual(['discard']));
});
