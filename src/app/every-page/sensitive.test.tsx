import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { longText, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import type { Deps } from '../../deps.ts';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
import '../../pages/home/home-page.tsx';
import '../secondary-pages.tsx';
import '../../pages/sent/sent-page.tsx';

const fields = {
  word: text({ label: 'Word' }),
  story: longText({ label: 'Story', optional: true }),
};
const visit = { id: 'visit', version: 1, title: 'A visit', action: 'Tell' } as const;
const open: Form = defineForm({ ...visit, fields });
/** The same form in a version with a sensitive field. */
const secret: Form = defineForm({
  ...visit,
  fields: { ...fields, word: text({ label: 'Word', sensitive: true }) },
});
const other: Form = defineForm({ ...open, id: 'other', title: 'Another' });
const id = '019a0000-0000-7000-8000-000000000001';
const planted = 'Marker-4711';

/** The files that were exported from the outbox. */
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

/** A server that puts the planted text wherever one of our answers could have it. */
function replyWithPlanted(sent: Sent): Reply {
  const entry = (more: object = {}) =>
    stored(sent, {
      id: /[\w-]{36}/.exec(sent.url)?.[0] ?? sent.headers.get('Idempotency-Key') ?? id,
      form: sent.url.includes('/other') ? 'other' : 'visit',
      answers: { word: planted },
      derived: planted,
      Receipt: planted,
      ...more,
    });
  if (sent.method === 'DELETE') return { status: 200, body: { withdrawn: true, deleted: true } };
  if (sent.method === 'PUT' && turn++ % 2 === 0)
    return { status: 412, body: { code: 'stale', title: 'Stale', current: entry({ version: 9 }) } };
  if (sent.method === 'GET' && !sent.url.includes(id))
    return { status: 200, body: { items: [entry()] } };
  return { status: 200, body: entry({ version: 2 }) };
}
let turn = 0;

async function openFixture(path: string, form = secret) {
  const fixture = createAppFixture(path);
  fixture.signedIn();
  fixture.answers(...Array.from({ length: 300 }, () => replyWithPlanted));
  const deps = fixture.open([form, other]);
  render(<AppOfForms forms={[form, other]} deps={deps} />);
  await waitFor(() => expect(document.querySelector('main:not([aria-busy])')).toBeTruthy());
  return { fixture, deps, person: userEvent.setup() };
}

async function openPage(path: string, deps: Deps): Promise<void> {
  window.history.replaceState(null, '', path);
  render(<AppOfForms forms={[open, other]} deps={deps} />);
  await waitFor(() => expect(document.querySelector('main:not([aria-busy])')).toBeTruthy());
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

/** Everything that can be pressed on the page, except what leads away from the app. */
const pressable = () =>
  [...document.querySelectorAll<HTMLElement>('main :is(button, a[href^="/"], summary)')].filter(
    (it) => !it.textContent.includes('my data'),
  );

const paths = [
  '/',
  '/visit',
  '/entries?form=visit',
  '/entries?form=visit&status=withdrawn',
  `/entries/visit/${id}`,
  `/entries/visit/${id}/edit`,
  `/visit/sent/${id}`,
  '/outbox',
  '/account',
  '/about',
];

test.each(paths)('%s: whatever is pressed, nothing sensitive is stored', async (path) => {
  for (let at = 0, count = 1; at < count; at += 1) {
    const { fixture, person } = await openFixture(path);
    await settled();
    for (const box of screen.queryAllByRole<HTMLInputElement>('textbox')) {
      await person.clear(box);
      await person.paste(planted);
    }
    count = pressable().length;
    const button = pressable()[at];
    const label = button?.textContent;
    if (button) await person.click(button);
    await settled();
    // And a button that this has made appear: "Erase", after "Erase permanently".
    const next = pressable().find((it) => !it.matches('a') && it.textContent !== label);
    if (next) await person.click(next);
    await settled();
    const stored = [await fixture.everythingStored(), ...(await textsOf(files))].join('\n');
    expect({ label, isStored: stored.includes(planted) }).toEqual({
      label,
      isStored: false,
    });
    cleanup();
  }
});

test('the planted text is found where it may be stored, so this test can fail', async () => {
  const { fixture } = await openFixture('/entries?form=visit', open);
  await screen.findByText(planted);
  await waitFor(async () => expect(await fixture.everythingStored()).toContain(planted));
});

test('the browser is asked not to remember sensitive answers', async () => {
  await openFixture('/visit');
  expect(screen.getByLabelText('Word').closest('form')?.getAttribute('autocomplete')).toBe('off');
});

const textsOf = (some: readonly Blob[]) => Promise.all(some.map((it) => it.text()));

test('a form that has become sensitive: its draft stays on the page, but not on the disk', async () => {
  const { fixture, person } = await openFixture('/visit', open);
  await person.type(await screen.findByLabelText('Word'), planted);
  await waitFor(async () => expect(await fixture.everythingStored()).toContain(planted));
  cleanup();
  render(<AppOfForms forms={[secret]} deps={fixture.open([secret])} />);
  expect(await screen.findByDisplayValue(planted)).toBeTruthy();
  await waitFor(async () => expect(await fixture.everythingStored()).not.toContain(planted));
  expect(await fixture.drafts()).toEqual([]);
});

test('a form that has become sensitive: cached and delivered answers are deleted, waiting ones once they are delivered', async () => {
  const { fixture, deps } = await openFixture('/entries?form=visit', open);
  const save = (word: string) => deps.outbox.submit(open, { id: deps.newId(), answers: { word } });
  await save(`${planted} delivered`);
  await waitFor(() => expect(deps.outbox.view().changes?.[0]?.status.is).toBe('delivered'));
  fixture.cognito.cutOff();
  await save(`${planted} waiting`);
  expect(await fixture.copies()).toHaveLength(1);
  cleanup();

  const later = fixture.open([secret]);
  await waitFor(async () => expect(await fixture.copies()).toEqual([]));
  await waitFor(async () => {
    const stored = await fixture.everythingStored();
    expect(stored).not.toContain(`${planted} delivered`);
    expect(stored).toContain(`${planted} waiting`);
  });
  const exported = await later.outbox.exportChanges(later.outbox.view().changes ?? []);
  expect(await exported.text()).not.toContain(planted);
  fixture.cognito.enter(mickey);
  fixture.cognito.connect();
  await later.outbox.flush({ force: true });
  await waitFor(async () => expect(await fixture.everythingStored()).not.toContain(planted));
  expect(fixture.sent.at(-1)?.body).toEqual({ word: `${planted} waiting` });
});

test('nothing of an erased entry stays on the device', async () => {
  const { fixture, deps, person } = await openFixture(`/entries/visit/${id}/edit`, open);
  await person.type(await screen.findByLabelText('Word'), ' changed');
  await fixture.untilTyped(`${planted} changed`);
  await person.click(screen.getByRole('button', { name: 'Save changes' }));
  await waitFor(async () => expect(await fixture.drafts()).toEqual([]));
  cleanup();
  await openPage(`/entries/visit/${id}/edit`, deps);
  await person.type(await screen.findByLabelText('Word'), ' and half changed');
  cleanup();
  await openPage('/entries?form=visit', deps);
  await screen.findAllByText(new RegExp(planted));
  await waitFor(async () => expect(await fixture.copies()).toHaveLength(1));
  await fixture.untilTyped('half changed');

  const arrived = fixture.sent.length;
  await deps.outbox.erase(open, { id });
  await waitFor(() => expect(fixture.sent.slice(arrived).at(-1)?.url).toContain('permanent=true'));
  await waitFor(async () => expect(await fixture.everythingStored()).not.toContain(planted));
  await settled();
  expect(await fixture.everythingStored()).not.toContain(planted);
});

test('erasing an entry that was never sent deletes its drafts as well', async () => {
  const { fixture, deps, person } = await openFixture(`/entries/visit/${id}/edit`, open);
  fixture.cognito.cutOff();
  await deps.outbox.submit(open, { id, answers: { word: planted } });
  cleanup();
  await openPage(`/entries/visit/${id}/edit`, deps);
  await person.type(await screen.findByLabelText('Word'), ' and half changed');
  await waitFor(async () => expect(await fixture.drafts()).toHaveLength(1));
  cleanup();
  expect(await deps.outbox.erase(open, { id })).toMatchObject({ ok: true });
  expect(deps.outbox.view().changes).toEqual([]);
  await settled();
  expect(await fixture.everythingStored()).not.toContain(planted);
});

test('what is being stored of a draft while its entry is erased is gone as well', async () => {
  const { fixture, deps } = await openFixture(`/entries/visit/${id}`, open);
  const key = { author: mickey.username, of: `visit/${id}` };
  for (const each of ['first', 'second', 'third', 'fourth'])
    void deps.draftsFor(open).keep(key, { id: each, controlValues: { word: planted } });
  await deps.outbox.erase(open, { id });
  await deps.draftsFor(open).flush();
  expect(await fixture.drafts()).toEqual([]);
});

test('a file from another device brings no sensitive answers', async () => {
  const { fixture, deps } = await openFixture('/outbox', open);
  fixture.cognito.cutOff();
  await deps.outbox.submit(open, { id, answers: { word: planted } });
  const file = await deps.outbox.exportChanges(deps.outbox.view().changes ?? []);
  expect(await file.text()).toContain(planted);
  cleanup();
  const there = await openFixture('/outbox');
  expect(await there.deps.outbox.importChanges(file)).toEqual({
    ok: false,
    problem: 'online-only',
  });
  expect(await there.fixture.everythingStored()).not.toContain(planted);
});
