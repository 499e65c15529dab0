import 'fake-indexeddb/auto';
import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { isInvited, isSensitive, type Form } from '#core/form/define-form.ts';
import { newId } from '#core/values/id.ts';
import { createSession } from '../cloud/session/session.ts';
import type { Deps } from '../deps.ts';
import { createDatabase, type Database } from '../device/device-database.ts';
import { createFakeCognito, mickey } from './fake-cognito.ts';
import { createFakeLocks } from './fake-locks.ts';
import { maybeLate } from './late.ts';
import { createMemory } from './memory-storage.ts';
import { decrypted, everythingStored } from './everything-stored.ts';
import { unresponsive } from '../device/timeout.ts';
import type { FileNetwork } from '../files/transfers/file-network.ts';
import { createDevice } from '../app/create-device.ts';
import { keepFocus } from '../app/keep-focus.ts';
import { languageLoaders } from '../messages/language-loaders.ts';
import { createSettings } from '../messages/user-settings.ts';
// Loaded here, so that no test of a form with a phone number has to wait for it.
import '#core/fields/phone-library.ts';

export type Sent = {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
};
export type Reply =
  | { readonly status: number; readonly body: unknown; readonly retryAfter?: string }
  | 'no network';

const now = () => Date.now();
const random = () => 0.5;

/** For tests: the app's dependencies on a device at this path, with a fake cloud that gives the replies in turn. */
export function createAppFixture(path = '/') {
  fillInForJsdom();
  window.history.replaceState(null, '', path);
  const sent: Sent[] = [];
  const replies: ((sent: Sent) => Reply | Promise<Reply>)[] = [];
  const storages = { local: createMemory(), tab: createMemory() };
  const cognito = createFakeCognito();
  const diskName = `world-${crypto.randomUUID()}`;
  const disk = createDatabase(diskName);
  let trouble: Error | undefined;
  let locksAre: Pick<LockManager, 'request'> | undefined;
  const database: Database = (use) => (trouble ? Promise.reject(trouble) : maybeLate(disk(use)));
  let announceNewVersion: ((reload: () => void) => void) | undefined;

  async function fetch(url: string, init: RequestInit) {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const request = { method: init.method ?? 'GET', url, headers: new Headers(init.headers), body };
    sent.push(request);
    const answer = replies.shift();
    if (!answer) throw new Error(`The fake cloud has no reply for ${request.method} ${url}`);
    const reply = await maybeLate(Promise.resolve(answer(request)));
    if (reply === 'no network') throw new TypeError('Failed to fetch');
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    const headers = new Headers(reply.retryAfter ? { 'Retry-After': reply.retryAfter } : {});
    return new Response(text, { status: reply.status, headers });
  }

  /**
   * Creates what `main.tsx` does when a page is loaded. Call it again for a reload.
   * @param forms the app's forms, if it matters which of them are sensitive
   */
  function open(
    forms: readonly Form[] = [],
    more: { readonly fileNetwork?: FileNetwork } = {},
  ): Deps {
    const session = createSession({
      storage: storages.local,
      load: () => maybeLate(Promise.resolve(cognito.identity)),
    });
    const apiUrl = 'https://api.example/v1/';
    const makeId = () => newId({ now: now(), random: crypto.getRandomValues(new Uint8Array(10)) });
    const { api, call, entryCache, drafts, memoryDrafts, outbox, files, fileNetwork } =
      createDevice({
        apiUrl,
        sensitiveForms: forms.filter(isSensitive).map(({ id }) => id),
        invitedForms: forms.filter(isInvited).map(({ id }) => id),
        session,
        fetch: fetch as typeof globalThis.fetch,
        database,
        tab: storages.tab,
        locks: locksAre ?? createFakeLocks(),
        newId: makeId,
        now,
        random,
        announce: () => undefined,
        ...more,
      });
    void outbox.reread();
    keepFocus(document.body);
    session.subscribe(() => void outbox.reread().then(() => outbox.flush()));
    const settings = createSettings({
      storage: storages.local,
      wanted: ['en'],
      load: languageLoaders,
      root: document.documentElement,
    });
    return {
      settings,
      session,
      account: cognito.account,
      apiUrl,
      api,
      call,
      entryCache,
      outbox,
      files,
      fileNetwork,
      newId: makeId,
      draftsFor: (form) => (isSensitive(form) ? memoryDrafts : drafts),
      SignInForm: ({ onSignedIn }) => (
        <button
          type="button"
          onClick={() => {
            cognito.enter(mickey);
            onSignedIn();
          }}
        >
          Sign in as Mickey
        </button>
      ),
      hasUnsavedInput: memoryDrafts.hasUnsavedInput,
      watchForUpdates: (onReady) => void (announceNewVersion = onReady),
    };
  }

  return {
    open,
    database,
    /** The stored, encrypted drafts. */
    drafts: () => disk((it) => it.getAll('drafts')),
    /** Waits until the stored drafts say all of this. */
    untilTyped: (...texts: readonly [string, ...string[]]) =>
      waitFor(async () => {
        const stored = await decrypted(diskName, ['drafts']);
        for (const text of texts) expect(stored).toContain(text);
      }),
    storedChanges: () => disk((it) => it.getAll('parcels')),
    copies: () => disk((it) => it.getAll('copies')),
    fill: () => void (trouble = new DOMException('full', 'QuotaExceededError')),
    /** The disk stops answering until `answerAgain`. */
    silence: () => void (trouble = unresponsive('storage')),
    answerAgain: () => void (trouble = undefined),
    /** The browser forbids storage for this site. */
    block(denied = new DOMException('Access is denied.', 'SecurityError')) {
      trouble = denied;
      const refused = new DOMException('The request was denied.', 'SecurityError');
      locksAre = { request: () => Promise.reject(refused) };
    },
    /** Everything that is stored anywhere, decrypted. */
    everythingStored: async () =>
      [await everythingStored(diskName), ...Object.values(storages).map((it) => it.all())].join(
        '\n',
      ),
    sent,
    storages,
    cognito,
    answers: (...more: ((sent: Sent) => Reply | Promise<Reply>)[]) => replies.push(...more),
    newVersion: (reload: () => void) => announceNewVersion?.(reload),
    /** Mickey has signed in before. */
    signedIn() {
      cognito.enter(mickey);
      storages.local.write('formstead:person', JSON.stringify(mickey));
    },
  };
}

/** The API's reply for an entry it has stored. */
export function stored({ headers, body }: Sent, more: object = {}) {
  return {
    id: headers.get('Idempotency-Key') ?? '019a0000-0000-7000-8000-000000000000',
    form: 'pwausers',
    formVersion: 1,
    username: mickey.username,
    answers: body ?? {},
    version: 1,
    createdAt: '2026-11-20T09:41:00.000Z',
    updatedAt: '2026-11-20T09:41:00.000Z',
    ...more,
  };
}

export const delivered = (sent: Sent): Reply => ({
  status: 201,
  body: stored(sent, { PwaUserId: 'AZqK3l2FcPqQx0b6n8sT1w', Message: 'Successfully added user!' }),
});

/** jsdom has no layout, so it cannot scroll. */
function fillInForJsdom(): void {
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
}
