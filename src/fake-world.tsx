import 'fake-indexeddb/auto';
import { isSensitive, type Form } from '#core/form.ts';
import { newId } from '#core/id.ts';
import { err, ok } from '#core/result.ts';
import type { Account } from './cloud/account.ts';
import { createApi } from './cloud/api.ts';
import { createCaller } from './cloud/call.ts';
import type { Identity, Person } from './cloud/identity.ts';
import { createSession } from './cloud/session.ts';
import type { Deps } from './deps.ts';
import { createCopies } from './device/copies.ts';
import { takeFromDisk } from './device/become-sensitive.ts';
import { createDatabase, type Database } from './device/database.ts';
import { createDeviceStorage } from './device/storage.ts';
import { everythingKept } from './device/test-disk.ts';
import { unresponsive } from './device/timeout.ts';
import { createVault } from './device/vault.ts';
import { createDrafts } from './form/drafts.ts';
import { createUnkeptDrafts } from './form/unkept-drafts.ts';
import { createDrainer, inTurnWith } from './outbox/drainer.ts';
import { createOutbox } from './outbox/create-outbox.ts';
import { createParcels } from './outbox/parcels.ts';
import { keepFocus } from './shell/keep-focus.ts';
import { otherLanguages } from './words/other-languages.ts';
import { createSettings } from './words/settings.ts';
// Loaded here, so that no test of a form that asks for a phone number waits for it.
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

export const mickey: Person = { username: 'mickey-1', email: 'mickey@example.com' };

/** For tests: a device at a path of the app, the person at it, and a cloud that answers in turn. */
export function createFakeWorld(path = '/') {
  standInForJsdom();
  window.history.replaceState(null, '', path);
  const sent: Sent[] = [];
  const replies: ((sent: Sent) => Reply | Promise<Reply>)[] = [];
  const storages = { local: createMemory(), tab: createMemory() };
  const cognito = createFakeCognito();
  const diskName = `world-${crypto.randomUUID()}`;
  const disk = createDatabase(diskName);
  let trouble: Error | undefined;
  let locksAre: Pick<LockManager, 'request'> | undefined;
  const database: Database = (use) => (trouble ? Promise.reject(trouble) : disk(use));
  let tellNewVersion: ((reload: () => void) => void) | undefined;

  async function fetch(url: string, init: RequestInit) {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const request = { method: init.method ?? 'GET', url, headers: new Headers(init.headers), body };
    sent.push(request);
    const answer = replies.shift();
    if (!answer) throw new Error(`Nobody told the cloud how to answer ${request.method} ${url}`);
    const reply = await answer(request);
    if (reply === 'no network') throw new TypeError('Failed to fetch');
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    const headers = new Headers(reply.retryAfter ? { 'Retry-After': reply.retryAfter } : {});
    return new Response(text, { status: reply.status, headers });
  }

  /**
   * As `main.tsx` does when a page is loaded; again, for a page loaded again.
   * @param forms those the app has, where it matters which of them ask something sensitive
   */
  function open(forms: readonly Form[] = []): Deps {
    const session = createSession({ storage: storages.local, load: async () => cognito.identity });
    const apiUrl = 'https://api.example/v1/';
    const call = createCaller({
      endpoint: apiUrl,
      fetch: fetch as typeof globalThis.fetch,
      tokens: session,
    });
    const api = createApi(call);
    const makeId = () => newId({ now: now(), random: crypto.getRandomValues(new Uint8Array(10)) });
    const locks = locksAre ?? createFakeLocks();
    const vault = createVault(database);
    const parcels = createParcels({ database, vault });
    const onChange = () => void outbox.reread();
    const isSensitiveForm = (id: string) => forms.some((it) => it.id === id && isSensitive(it));
    const drainer = createDrainer({
      parcels,
      tokens: session,
      deliver: api.deliver,
      read: api.read,
      locks,
      now,
      random,
      onChange,
    });
    const outbox = createOutbox({
      parcels,
      drainer,
      session,
      newId: makeId,
      now,
      announce: () => undefined,
      isSensitiveForm,
    });
    const drafts = createDrafts({ database, vault, tab: storages.tab, locks, now });
    const unkept = createUnkeptDrafts(
      takeFromDisk({ database, vault, parcels, locks, isSensitive: isSensitiveForm }),
    );
    void outbox.reread();
    keepFocus(document.body);
    session.subscribe(() => void outbox.drain());
    const settings = createSettings({
      storage: storages.local,
      wanted: ['en'],
      load: otherLanguages,
      root: document.documentElement,
    });
    return {
      settings,
      session,
      account: cognito.account,
      apiUrl,
      api: { ...api, deliver: inTurnWith(drainer) },
      call,
      copies: createCopies({ database, vault }),
      outbox,
      newId: makeId,
      draftsFor: (form) => (isSensitive(form) ? unkept : drafts),
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
      isTypedHere: unkept.isTypedHere,
      watchForUpdates: (onReady) => void (tellNewVersion = onReady),
    };
  }

  return {
    open,
    database,
    /** As they lie on the disk. */
    drafts: () => disk((it) => it.getAll('drafts')),
    parcels: () => disk((it) => it.getAll('parcels')),
    copies: () => disk((it) => it.getAll('copies')),
    fill: () => void (trouble = new DOMException('full', 'QuotaExceededError')),
    /** The disk does not answer, until it does again. */
    silence: () => void (trouble = unresponsive('storage')),
    answerAgain: () => void (trouble = undefined),
    /** The browser was told to keep nothing for this site. */
    block(denied = new DOMException('Access is denied.', 'SecurityError')) {
      trouble = denied;
      const refused = new DOMException('The request was denied.', 'SecurityError');
      locksAre = { request: () => Promise.reject(refused) };
    },
    /** All that is written anywhere, as who has the keys could read it. */
    everythingKept: async () =>
      [await everythingKept(diskName), ...Object.values(storages).map((it) => it.all())].join('\n'),
    sent,
    storages,
    cognito,
    answers: (...more: ((sent: Sent) => Reply | Promise<Reply>)[]) => replies.push(...more),
    newVersion: (reload: () => void) => tellNewVersion?.(reload),
    /** Mickey signed in on an earlier day. */
    signedIn() {
      cognito.enter(mickey);
      storages.local.write('formstead:person', JSON.stringify(mickey));
    },
  };
}

export function createFakeCognito() {
  let person: Person | undefined;
  let tokens = 0;
  let isReachable = true;
  let isRevoked = false;
  const listeners: ((isSignedIn: boolean) => void)[] = [];
  const identity: Identity = {
    async signedIn({ fresh }) {
      if (!isReachable) throw new Error('NetworkError');
      if (fresh) tokens += 1;
      return person && { token: `token-${tokens}`, person };
    },
    isRevoked: async () => isRevoked,
    async signOut() {
      person = undefined;
    },
    onChange: (listener) => void listeners.push(listener),
  };
  const account: Account = {
    changePassword: async ({ oldPassword }) =>
      oldPassword === 'right' ? ok(undefined) : err('wrong-password'),
    async signOutEverywhere() {
      if (!isReachable) return err('unreachable');
      person = undefined;
      return ok(undefined);
    },
    async remove() {
      if (!isReachable) return err('unreachable');
      person = undefined;
      return ok(undefined);
    },
  };
  return {
    identity,
    account,
    enter: (next: Person) => void (person = next),
    /** Somebody has ended their session, and the next renewal finds out. */
    revoke() {
      person = undefined;
      isRevoked = true;
    },
    expire: () => void (person = undefined),
    cutOff: () => void (isReachable = false),
    connect: () => void (isReachable = true),
    tell(isSignedIn: boolean) {
      for (const listener of listeners) listener(isSignedIn);
    },
  };
}

/** For jsdom, which has none: each lock is granted in turn, as a browser does with one tab open. */
export function createFakeLocks(): Pick<LockManager, 'request'> {
  const ends = new Map<string, Promise<unknown>>();
  const request = async (name: string, ...rest: unknown[]) => {
    const callback = rest.at(-1) as (lock: object | null) => unknown;
    const isBusy = ends.has(name);
    const { ifAvailable, signal } = rest[0] as LockOptions;
    if (ifAvailable && isBusy) return callback(null);
    const before = ends.get(name);
    let isGranted = false;
    const turn = (async () => {
      await before?.catch(() => undefined);
      if (signal?.aborted) return undefined;
      isGranted = true;
      return callback({ name });
    })();
    ends.set(name, turn);
    const givenUp = new Promise<never>((_, reject) =>
      signal?.addEventListener('abort', () => !isGranted && reject(signal.reason as Error)),
    );
    return signal ? Promise.race([turn, givenUp]) : turn;
  };
  return { request } as Pick<LockManager, 'request'>;
}

/** What the API stores, told back as it does. */
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

export function createMemory() {
  const kept = new Map<string, string>();
  const storage = createDeviceStorage(
    () =>
      ({
        getItem: (name) => kept.get(name) ?? null,
        setItem: (name, text) => void kept.set(name, text),
        removeItem: (name) => void kept.delete(name),
      }) as Storage,
  );
  return { ...storage, all: () => JSON.stringify([...kept]) };
}

/** It draws nothing, so it cannot scroll either. */
function standInForJsdom(): void {
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
}
