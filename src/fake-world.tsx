import { newId } from '#core/id.ts';
import { createApi } from './cloud/api.ts';
import { createSession, type Identity, type Person } from './cloud/session.ts';
import type { Deps } from './deps.ts';
import { createDeviceStorage } from './device-storage.ts';
import { createDrafts } from './form/draft.ts';

export type Sent = {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
};
export type Reply = { readonly status: number; readonly body: unknown } | 'no network';

export const mickey: Person = { username: 'mickey-1', email: 'mickey@example.com' };

/** For tests: a device at a path of the app, the person at it, and a cloud that answers in turn. */
export function createFakeWorld(path = '/') {
  standInForJsdom();
  window.history.replaceState(null, '', path);
  const sent: Sent[] = [];
  const replies: ((sent: Sent) => Reply | Promise<Reply>)[] = [];
  const storages = { local: createMemory(), tab: createMemory() };
  const cognito = createFakeCognito();
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
    return new Response(text, { status: reply.status });
  }

  /** As `main.tsx` does when a page is loaded; again, for a page loaded again. */
  function open(): Deps {
    const session = createSession({ storage: storages.local, load: async () => cognito.identity });
    const apiUrl = 'https://api.example/v1/';
    return {
      session,
      apiUrl,
      api: createApi({
        endpoint: apiUrl,
        fetch: fetch as typeof globalThis.fetch,
        session,
      }),
      drafts: createDrafts({
        storage: storages.tab,
        newId: () => newId({ now: Date.now(), random: crypto.getRandomValues(new Uint8Array(10)) }),
      }),
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
      watchForUpdates: (onReady) => void (tellNewVersion = onReady),
    };
  }

  return {
    open,
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
  const listeners: ((isSignedIn: boolean) => void)[] = [];
  const identity: Identity = {
    async signedIn({ fresh }) {
      if (!isReachable) throw new Error('NetworkError');
      if (fresh) tokens += 1;
      return person && { token: `token-${tokens}`, person };
    },
    async signOut() {
      person = undefined;
    },
    onChange: (listener) => void listeners.push(listener),
  };
  return {
    identity,
    enter: (next: Person) => void (person = next),
    expire: () => void (person = undefined),
    cutOff: () => void (isReachable = false),
    tell(isSignedIn: boolean) {
      for (const listener of listeners) listener(isSignedIn);
    },
  };
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
  return createDeviceStorage(
    () =>
      ({
        getItem: (name) => kept.get(name) ?? null,
        setItem: (name, text) => void kept.set(name, text),
        removeItem: (name) => void kept.delete(name),
      }) as Storage,
  );
}

/** It draws nothing, so it cannot scroll either. */
function standInForJsdom(): void {
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
}
