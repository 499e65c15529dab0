import { newId } from '#core/id.ts';
import { err, ok } from '#core/result.ts';
import { createApi, type Api } from '../../src/cloud/api.ts';
import { createCaller } from '../../src/cloud/call.ts';
import type { Session } from '../../src/cloud/session.ts';
import { createDatabase, type Database } from '../../src/device/database.ts';
import { createDeviceStorage } from '../../src/device/storage.ts';
import { createVault } from '../../src/device/vault.ts';
import type { Drafts } from '../../src/form/draft.ts';
import { createDrafts } from '../../src/form/drafts.ts';
import { createOutbox } from '../../src/outbox/create-outbox.ts';
import { createDrainer } from '../../src/outbox/drainer.ts';
import type { Outbox } from '../../src/outbox/outbox.ts';
import { createParcels } from '../../src/outbox/parcels.ts';
import { bytesFrom, type Chance } from './chance.ts';
import { contentsOf } from './contents.ts';
import { disk, transactionsOf } from './disk.ts';
import type { History, Sent } from './history.ts';
import { beginLife, locksOf, type Life } from './life.ts';

export type User = { readonly username: string; readonly email: string; readonly idToken: string };

/** A tab, as much of it as has to do with delivery. */
export type Tab = {
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly api: Api;
  /** Past the outbox, at once. */
  readonly deliver: Api['deliver'];
  readonly life: Life;
};

/** A browser on somebody's desk or in their pocket: its disk stays, its tabs come and go. */
export type Device = {
  readonly name: string;
  readonly users: readonly User[];
  user(): User;
  /** Another of its users signs in. */
  switchTo(user: User): void;
  /** The tab in front. */
  tab(): Tab;
  openTab(): void;
  /** The page is left for another one: what it writes at the moment is taken back. */
  leave(): void;
  /** The browser's process is killed, and it is opened again. */
  die(): void;
  isOnline: boolean;
  /** Whether it has the version of the app that is deployed. */
  readonly isUpToDate: boolean;
  update(): void;
  /** From here on nothing more can be written to its disk. */
  fill(): void;
  makeRoom(): void;
  newId(): string;
  /** Everything on its disk, to be searched. */
  contents(): Promise<string>;
  close(): void;
};

type Deps = {
  readonly name: string;
  readonly users: readonly [User, ...User[]];
  readonly apiUrl: string;
  readonly history: History;
  readonly chance: Chance;
  /** For its ids alone, so that the n-th is the same in every run of a seed, but for the time in it. */
  readonly chanceOfIds: Chance;
  /** How wrong its clock is, in milliseconds. */
  readonly skew: number;
  /** Whether it has the version of the app that is deployed, to begin with. */
  readonly isUpToDate: boolean;
};

/** The app's own outbox, put together as `src/open-device.ts` does, with nothing of the browser but its ports. */
export function createDevice(deps: Deps): Device {
  const { name, users, chance, skew } = deps;
  const now = () => Date.now() + skew;
  const makeId = () => newId({ now: now(), random: bytesFrom(deps.chanceOfIds, 10) });
  const database = `${name} ${crypto.randomUUID()}`;
  let [user]: readonly [User, ...User[]] = users;
  let { isUpToDate } = deps;
  let tabs: (Tab & { abort(): void; close(): void })[] = [];

  function openTab(): void {
    const life = beginLife();
    const session = sessionOf(() => user, deps);
    const writing = transactionsOf(createDatabase(database));
    const opened = mortal(writing.database, life);
    const vault = createVault(opened);
    const parcels = createParcels({ database: opened, vault });
    const locks = locksOf(database, life);
    const fetch: typeof globalThis.fetch = (url, init) => {
      if (!device.isOnline) return Promise.reject(new TypeError('No network'));
      const signal = AbortSignal.any([life.signal, ...(init?.signal ? [init.signal] : [])]);
      return life.whileAlive(() => globalThis.fetch(url, { ...init, signal }));
    };
    const api = createApi(createCaller({ endpoint: deps.apiUrl, fetch, tokens: session }));
    const deliver = recorded(api, deps);
    const tab = createDeviceStorage(() => {
      throw new Error('A tab is never loaded again here.');
    });
    const drafts = createDrafts({ database: opened, vault, tab, locks, now });
    const others = new BroadcastChannel(database);
    const say = () => life.signal.aborted || others.postMessage('changed');
    const drainer = createDrainer({
      parcels,
      tokens: session,
      deliver,
      read: api.read,
      locks,
      now,
      random: chance,
      onChange() {
        say();
        void outbox.reread();
      },
    });
    const outbox = createOutbox({ parcels, drainer, session, newId: makeId, now, announce: say });
    others.addEventListener('message', () => void outbox.reread());
    tabs.push({
      outbox,
      drafts,
      api,
      deliver,
      life,
      abort: () => writing.abort(),
      close: () => others.close(),
    });
    void outbox.reread();
  }

  function close(): void {
    for (const tab of tabs) {
      tab.life.end();
      tab.close();
    }
    tabs = [];
  }

  const device: Device = {
    name,
    users,
    isOnline: true,
    get isUpToDate() {
      return isUpToDate;
    },
    update() {
      isUpToDate = true;
      device.die();
    },
    fill: () => disk.fill(database),
    makeRoom: () => disk.free(database),
    user: () => user,
    switchTo(next) {
      user = next;
      for (const { outbox } of tabs) void outbox.drain({ anew: true });
    },
    tab() {
      const [front] = tabs.slice(-1);
      if (!front) throw new Error(`${name} is closed.`);
      return front;
    },
    openTab,
    leave() {
      for (const tab of tabs) tab.abort();
      device.die();
    },
    die() {
      close();
      openTab();
    },
    newId: makeId,
    contents: () => contentsOf(database),
    close,
  };
  openTab();
  return device;
}

/** What was asked of the disk is done; who asked does not live to hear of it. */
function mortal(database: Database, life: Life): Database {
  return (use) => life.whileAlive(() => database(use));
}

type SomeSession = Pick<Session, 'person' | 'subscribe' | 'token' | 'lapse'>;

/** Cognito is not at home once in a while. */
const cognitoIsAway = 0.03;

function sessionOf(user: () => User, { chance }: Deps): SomeSession {
  return {
    person: user,
    async token() {
      if (chance() < cognitoIsAway) return err('unreachable');
      const person = user();
      return ok({ token: person.idToken, person });
    },
    subscribe: () => () => undefined,
    lapse: async () => undefined,
  };
}

function recorded(api: Api, { name, history }: Deps): Api['deliver'] {
  return async (parcel) => {
    const sent: Sent = { at: history.now(), device: name, parcel };
    history.sent.push(sent);
    sent.answer = await api.deliver(parcel);
    return sent.answer;
  };
}
