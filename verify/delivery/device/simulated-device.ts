import { newId } from '#core/values/id.ts';
import { err, ok } from '#core/values/result.ts';
import { createApiClient, type ApiClient } from '../../../src/cloud/api/api-client.ts';
import { createWithoutAccount } from '../../../src/cloud/api/headers-without-account.ts';
import { createApiCaller } from '../../../src/cloud/api/api-caller.ts';
import type { Session } from '../../../src/cloud/session/session.ts';
import { createDatabase, type Database } from '../../../src/device/device-database.ts';
import { createDeviceStorage } from '../../../src/device/device-storage.ts';
import { createVault } from '../../../src/device/vault.ts';
import type { Drafts } from '../../../src/drafts/draft.ts';
import { createDeviceFiles, type DeviceFiles } from '../../../src/files/device-files.ts';
import { sendNextFile } from '../../../src/files/transfers/send-next-file.ts';
import { createOutboxFiles } from '../../../src/files/exported/create-outbox-files.ts';
import { createDrafts } from '../../../src/drafts/create-drafts.ts';
import { adoptOnServer } from '../../../src/outbox/adopt-on-server.ts';
import { createOutbox } from '../../../src/outbox/create-outbox.ts';
import { createDeliver, type Deliver } from '../../../src/outbox/delivery/deliver.ts';
import { createDeliveryQueue } from '../../../src/outbox/delivery/delivery-queue.ts';
import type { Outbox } from '../../../src/outbox/outbox.ts';
import { createChangeStore } from '../../../src/outbox/changes/change-store.ts';
import { bytesFrom, type Chance } from '../../../tools/testing/seeded-random.ts';
import { databaseContents } from './database-contents.ts';
import { disk, abortableDatabase } from './simulated-disk.ts';
import type { History, DeliveryAttempt } from '../evidence/run-history.ts';
import { startLifetime, locksUntilEnd, type ProcessLifetime } from './process-lifetime.ts';

export type User = { readonly username: string; readonly email: string; readonly idToken: string };

/** The parts of a tab that matter for delivery. */
export type SimulatedTab = {
  readonly outbox: Outbox;
  readonly files: DeviceFiles;
  readonly drafts: Drafts;
  readonly api: ApiClient;
  /** Sends at once, without the outbox. */
  readonly deliver: Deliver;
  readonly lifetime: ProcessLifetime;
};

/** A browser on somebody's device: its disk stays, its tabs come and go. */
export type SimulatedDevice = {
  readonly name: string;
  readonly users: readonly User[];
  user(): User;
  /** Another user of the device signs in. */
  switchTo(user: User): void;
  /** The tab in front. */
  tab(): SimulatedTab;
  openTab(): void;
  /** Leaves the page: writes in progress are aborted. */
  leavePage(): void;
  /** Kills the browser's process and opens it again. */
  crash(): void;
  isOnline: boolean;
  /** Whether it runs the version of the app that is deployed. */
  readonly isUpToDate: boolean;
  update(): void;
  /** Fills the disk: every write fails from now on. */
  fill(): void;
  freeSpace(): void;
  newId(): string;
  /** Everything on its disk, as text to search. */
  contents(): Promise<string>;
  close(): void;
};

type Deps = {
  readonly name: string;
  readonly users: readonly [User, ...User[]];
  readonly apiUrl: string;
  /** The origin of the bucket, and that of the proxy in front of it. */
  readonly bucket: { readonly origin: string; readonly proxy: string };
  readonly history: History;
  readonly chance: Chance;
  /** Used only for ids, so that the n-th id is the same in every run of a seed, except for its time. */
  readonly chanceOfIds: Chance;
  /** How wrong its clock is, in milliseconds. */
  readonly skew: number;
  /** Whether it starts with the version of the app that is deployed. */
  readonly isUpToDate: boolean;
};

/**
 * The app's own outbox, created as in `src/app/open-device.ts`, with replacements for what the browser
 * provides.
 */
export function createSimulatedDevice(deps: Deps): SimulatedDevice {
  const { name, users, chance, skew } = deps;
  const now = () => Date.now() + skew;
  const makeId = () => newId({ now: now(), random: bytesFrom(deps.chanceOfIds, 10) });
  const database = `${name} ${crypto.randomUUID()}`;
  let [user]: readonly [User, ...User[]] = users;
  let { isUpToDate } = deps;
  let tabs: (SimulatedTab & { abort(): void; close(): void })[] = [];

  function openTab(): void {
    const lifetime = startLifetime();
    const session = sessionOf(() => user, deps);
    const writing = abortableDatabase(createDatabase(database));
    const opened = whileProcessLives(writing.database, lifetime);
    const vault = createVault(opened);
    const { deviceKey, forgetDeviceKey } = vault;
    const changeStore = createChangeStore({ database: opened, vault });
    const locks = locksUntilEnd(database, lifetime);
    const fetch: typeof globalThis.fetch = (url, init) => {
      if (!device.isOnline) return Promise.reject(new TypeError('No network'));
      const signal = AbortSignal.any([lifetime.signal, ...(init?.signal ? [init.signal] : [])]);
      const { origin, proxy } = deps.bucket;
      const through = typeof url === 'string' ? url.replace(origin, proxy) : url;
      return lifetime.whileAlive(() => globalThis.fetch(through, { ...init, signal }));
    };
    const withoutAccount = createWithoutAccount({ deviceKey });
    const caller = createApiCaller({
      endpoint: deps.apiUrl,
      fetch,
      tokens: session,
      withoutAccount,
    });
    const api = createApiClient(caller);
    const deliver = recordDeliveries(createDeliver(caller, noShield), deps);
    const tab = createDeviceStorage(() => {
      throw new Error('A tab is never loaded again here.');
    });
    const drafts = createDrafts({ database: opened, vault, tab, locks, now });
    const others = new BroadcastChannel(database);
    const announceChange = () => lifetime.signal.aborted || others.postMessage('changed');
    function onChange(): void {
      announceChange();
      void outbox.reread();
    }
    const deliveryQueue = createDeliveryQueue({
      changeStore,
      tokens: session,
      deliver,
      read: api.read,
      sendFile: (author, signal) =>
        sendNextFile(
          { database: opened, changeStore, call: caller, fetch, now, random: chance, onChange },
          author,
          signal,
        ),
      locks,
      now,
      random: chance,
      onChange,
    });
    const files = createDeviceFiles({ database: opened, newId: makeId, now });
    const outbox = createOutbox({
      changeStore,
      deliveryQueue,
      session,
      outboxFiles: async () => createOutboxFiles({ files, isSensitiveForm: () => false }),
      newId: makeId,
      now,
      announce: announceChange,
      adoptOnServer: (author) => adoptOnServer({ call: caller, deviceKey }, author),
      forgetDeviceKey,
      flushDrafts: drafts.flush,
      openLinks: () => Promise.reject(new Error('Nobody is invited.')),
    });
    others.addEventListener('message', () => void outbox.reread());
    tabs.push({
      outbox,
      files,
      drafts,
      api,
      deliver,
      lifetime,
      abort: () => writing.abort(),
      close: () => others.close(),
    });
    void outbox.reread();
  }

  function close(): void {
    for (const tab of tabs) {
      tab.lifetime.end();
      tab.close();
    }
    tabs = [];
  }

  const device: SimulatedDevice = {
    name,
    users,
    isOnline: true,
    get isUpToDate() {
      return isUpToDate;
    },
    update() {
      isUpToDate = true;
      device.crash();
    },
    fill: () => disk.fill(database),
    freeSpace: () => disk.free(database),
    user: () => user,
    switchTo(next) {
      user = next;
      for (const { outbox } of tabs) void outbox.flush({ force: true });
    },
    tab() {
      const [front] = tabs.slice(-1);
      if (!front) throw new Error(`${name} is closed.`);
      return front;
    },
    openTab,
    leavePage() {
      for (const tab of tabs) tab.abort();
      device.crash();
    },
    crash() {
      close();
      openTab();
    },
    newId: makeId,
    contents: () => databaseContents(database),
    close,
  };
  openTab();
  return device;
}

/** The disk finishes what it was asked to write, but a process that has ended does not see the result. */
function whileProcessLives(database: Database, lifetime: ProcessLifetime): Database {
  return (use) => lifetime.whileAlive(() => database(use));
}

type SomeSession = Pick<Session, 'person' | 'subscribe' | 'token' | 'expire'>;

/** How often Cognito cannot be reached. */
const cognitoFailureRate = 0.03;

function sessionOf(user: () => User, { chance }: Deps): SomeSession {
  return {
    person: user,
    async token() {
      if (chance() < cognitoFailureRate) return err('unreachable');
      const person = user();
      return ok({ token: person.idToken, person });
    },
    subscribe: () => () => undefined,
    expire: async () => undefined,
  };
}

function recordDeliveries(deliver: Deliver, { name, history }: Deps): Deliver {
  return async (change) => {
    const sent: DeliveryAttempt = { at: history.now(), device: name, change };
    history.sent.push(sent);
    sent.answer = await deliver(change);
    return sent.answer;
  };
}

/** Everybody here has an account. */
const noShield = () => Promise.reject(new Error('Only devices without an account have a shield.'));
