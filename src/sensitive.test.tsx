import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { longText, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form.ts';
import { App } from './app.tsx';
import type { Deps } from './deps.ts';
import { createFakeWorld, mickey, stored, type Reply, type Sent } from './fake-world.tsx';
import './about/about.tsx';
import './account/account.tsx';
import './home/home.tsx';
import './other-pages.tsx';
import './pages/edit.tsx';
import './pages/my-entries.tsx';
import './pages/outbox.tsx';
import './pages/sent.tsx';

const fields = {
  word: text({ label: 'Word' }),
  story: longText({ label: 'Story', optional: true }),
};
const open: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Tell',
  fields,
});
/** The same form, since it calls a field sensitive. */
const secret: Form = defineForm({
  ...open,
  fields: { ...fields, word: text({ label: 'Word', sensitive: true }) },
});
const other: Form = defineForm({ ...open, id: 'other', title: 'Another' });
const id = '019a0000-0000-7000-8000-000000000001';
const planted = 'Marker-4711';

/** What was handed to the browser to be saved as a file, of what waits. */
let files: Blob[] = [];

beforeEach(() => {
  files = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (it: Blob) => `blob:${files.push(it)}`,
      revokeObjectURL: () => undefined,
    }),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A server whose every answer has the planted text in it, wherever one of ours could have it. */
function talkative(sent: Sent): Reply {
  const entry = (more: object = {}) =>
    stored(sent, {
      id: /[\w-]{36}/.exec(sent.url)?.[0] ?? sent.headers.get('Idempotency-Key') ?? id,
      form: sent.url.includes('/other') ? 'other' : 'visit',
      answers: { word: planted },
      derived: planted,
      Receipt: planted,
      ...more,
    });
  if (sent.method === 'DELETE') return { status: 200, body: { deleted: true } };
  if (sent.method === 'PUT' && turn++ % 2 === 0)
    return { status: 412, body: { code: 'stale', title: 'Stale', current: entry({ version: 9 }) } };
  if (sent.method === 'GET' && !sent.url.includes(id))
    return { status: 200, body: { items: [entry()] } };
  return { status: 200, body: entry({ version: 2 }) };
}
let turn = 0;

async function openWorld(path: string, form = secret) {
  const world = createFakeWorld(path);
  world.signedIn();
  world.answers(...Array.from({ length: 300 }, () => talkative));
  const deps = world.open([form, other]);
  render(<App forms={[form, other]} deps={deps} />);
  await waitFor(() => expect(document.querySelector('main:not([aria-busy])')).toBeTruthy());
  return { world, deps, person: userEvent.setup() };
}

async function openPage(path: string, deps: Deps): Promise<void> {
  window.history.replaceState(null, '', path);
  render(<App forms={[open, other]} deps={deps} />);
  await waitFor(() => expect(document.querySelector('main:not([aria-busy])')).toBeTruthy());
}

const calm = () => new Promise((resolve) => setTimeout(resolve, 60));

/** Everything a person can press on the page, but for what leads away from the app. */
const pressable = () =>
  [...document.querySelectorAll<HTMLElement>('main :is(button, a[href^="/"], summary)')].filter(
    (it) => !it.textContent.includes('everything about me'),
  );

const paths = [
  '/',
  '/visit',
  '/visit/entries',
  '/visit/entries?withdrawn',
  `/visit/entries/${id}`,
  '/outbox',
  '/account',
  '/about',
];

test.each(paths)(
  '%s, whatever is pressed there: nothing sensitive is on the disk',
  async (path) => {
    for (let at = 0, count = 1; at < count; at += 1) {
      const { world, person } = await openWorld(path);
      await calm();
      for (const box of screen.queryAllByRole<HTMLInputElement>('textbox')) {
        await person.clear(box);
        await person.paste(planted);
      }
      count = pressable().length;
      const button = pressable()[at];
      const words = button?.textContent;
      if (button) await person.click(button);
      await calm();
      // And what that has brought about: "Delete", after "Delete for ever".
      const next = pressable().find((it) => !it.matches('a') && it.textContent !== words);
      if (next) await person.click(next);
      await calm();
      const kept = [await world.everythingKept(), ...(await textsOf(files))].join('\n');
      expect({ words, isKept: kept.includes(planted) }).toEqual({ words, isKept: false });
      cleanup();
    }
  },
);

test('the planted text is found where it may be: what is looked for could be seen', async () => {
  const { world } = await openWorld('/visit/entries', open);
  await screen.findByText(planted);
  await waitFor(async () => expect(await world.everythingKept()).toContain(planted));
});

test('a sensitive answer is not given to the browser to remember either', async () => {
  await openWorld('/visit');
  expect(screen.getByLabelText('Word').closest('form')?.getAttribute('autocomplete')).toBe('off');
});

const textsOf = (some: readonly Blob[]) => Promise.all(some.map((it) => it.text()));

test('a form that has become sensitive: what was half typed goes on, and is on the disk no longer', async () => {
  const { world, person } = await openWorld('/visit', open);
  await person.type(await screen.findByLabelText('Word'), planted);
  await waitFor(async () => expect(await world.everythingKept()).toContain(planted));
  cleanup();
  render(<App forms={[secret]} deps={world.open([secret])} />);
  expect(await screen.findByDisplayValue(planted)).toBeTruthy();
  await waitFor(async () => expect(await world.everythingKept()).not.toContain(planted));
  expect(await world.drafts()).toEqual([]);
});

test('a form that has become sensitive: copies and delivered answers go, what waits is delivered, and goes then', async () => {
  const { world, deps } = await openWorld('/visit/entries', open);
  const save = (word: string) => deps.outbox.submit(open, { id: deps.newId(), answers: { word } });
  await save(`${planted} delivered`);
  await waitFor(() => expect(deps.outbox.view().parcels?.[0]?.stand.is).toBe('delivered'));
  world.cognito.cutOff();
  await save(`${planted} waiting`);
  expect(await world.copies()).toHaveLength(1);
  cleanup();

  const later = world.open([secret]);
  await waitFor(async () => expect(await world.copies()).toEqual([]));
  await waitFor(async () => {
    const kept = await world.everythingKept();
    expect(kept).not.toContain(`${planted} delivered`);
    expect(kept).toContain(`${planted} waiting`);
  });
  expect(await later.outbox.takeOut(later.outbox.view().parcels ?? [])).not.toContain(planted);
  world.cognito.enter(mickey);
  world.cognito.connect();
  await later.outbox.drain({ anew: true });
  await waitFor(async () => expect(await world.everythingKept()).not.toContain(planted));
  expect(world.sent.at(-1)?.body).toEqual({ word: `${planted} waiting` });
});

test('an entry that is erased for ever: from then on nothing of it lies on the device', async () => {
  const { world, deps, person } = await openWorld(`/visit/entries/${id}`, open);
  await person.type(await screen.findByLabelText('Word'), ' changed');
  await waitFor(async () => expect(await world.drafts()).toHaveLength(1));
  await person.click(screen.getByRole('button', { name: 'Save the change' }));
  cleanup();
  await openPage(`/visit/entries/${id}`, deps);
  await person.type(await screen.findByLabelText('Word'), ' and half changed');
  cleanup();
  await openPage('/visit/entries', deps);
  await screen.findAllByText(new RegExp(planted));
  await waitFor(async () => expect(await world.copies()).toHaveLength(1));
  expect(await world.everythingKept()).toContain('half changed');

  const arrived = world.sent.length;
  await deps.outbox.erase(open, { id });
  await waitFor(() => expect(world.sent.slice(arrived).at(-1)?.url).toContain('permanent=true'));
  await waitFor(async () => expect(await world.everythingKept()).not.toContain(planted));
  await calm();
  expect(await world.everythingKept()).not.toContain(planted);
}, 20_000);

test('an entry that is erased before it has ever left: what was half typed of it goes as well', async () => {
  const { world, deps, person } = await openWorld(`/visit/entries/${id}`, open);
  world.cognito.cutOff();
  await deps.outbox.submit(open, { id, answers: { word: planted } });
  cleanup();
  await openPage(`/visit/entries/${id}`, deps);
  await person.type(await screen.findByLabelText('Word'), ' and half changed');
  await waitFor(async () => expect(await world.drafts()).toHaveLength(1));
  cleanup();
  expect(await deps.outbox.erase(open, { id })).toMatchObject({ ok: true });
  expect(deps.outbox.view().parcels).toEqual([]);
  await calm();
  expect(await world.everythingKept()).not.toContain(planted);
}, 20_000);

test('a file from another device brings no answers that must not be kept', async () => {
  const { world, deps } = await openWorld('/outbox', open);
  world.cognito.cutOff();
  await deps.outbox.submit(open, { id, answers: { word: planted } });
  const file = await deps.outbox.takeOut(deps.outbox.view().parcels ?? []);
  expect(file).toContain(planted);
  cleanup();
  const there = await openWorld('/outbox');
  expect(await there.deps.outbox.takeIn(file)).toEqual({ ok: false, problem: 'online-only' });
  expect(await there.world.everythingKept()).not.toContain(planted);
});
