import { isSensitive, type Form } from '#core/form.ts';
import { createApi, type Api } from './cloud/api.ts';
import { createCaller, type Caller } from './cloud/call.ts';
import { sessionRecord, type Session } from './cloud/session.ts';
import { createCopies, type Copies } from './device/copies.ts';
import { createDatabase } from './device/database.ts';
import { askToPersist } from './device/room.ts';
import type { DeviceStorage } from './device/storage.ts';
import { showThemeColour } from './device/theme-colour.ts';
import { createVault } from './device/vault.ts';
import type { Drafts } from './form/draft.ts';
import { createDrafts } from './form/drafts.ts';
import { createUnkeptDrafts } from './form/unkept-drafts.ts';
import { askForSync, outboxName } from './outbox/announce.ts';
import { showBadge } from './outbox/badge.ts';
import { createOutbox } from './outbox/create-outbox.ts';
import { createDrainer, inTurnWith } from './outbox/drainer.ts';
import type { Outbox } from './outbox/outbox.ts';
import { createParcels } from './outbox/parcels.ts';
import { drainWhenWorthwhile } from './outbox/triggers.ts';
import { keepFocus } from './shell/keep-focus.ts';
import { recoverFromMissingChunks } from './shell/missing-chunks.ts';
import { loadUntilSent } from './shell/until-sent.ts';
import { prepareLater } from './shell/prepare.ts';
// For what is pressed from now on: loaded before there is anything to press twice.
import './shell/second-tap.ts';
import { takeNewVersion } from './shell/take-new-version.ts';
import { watchTyping } from './shell/typed-here.ts';
import { settingRecords, type Settings } from './words/settings.ts';

// Loaded at the same time, and nothing of the first load.
export { takeOver } from './take-over.ts';

/** What is kept on this device, and the way from there to the API. */
export type Device = {
  readonly api: Api;
  readonly call: Caller;
  readonly copies: Copies;
  readonly drafts: Drafts;
  readonly unkeptDrafts: Drafts;
  readonly outbox: Outbox;
  /** Whether something typed is on the page and nowhere else. */
  readonly isTypedHere: () => boolean;
  readonly watchForUpdates: (onReady: (reload: () => void) => void) => void;
};

const now = () => Date.now();

type Options = {
  readonly apiUrl: string;
  readonly forms: readonly Form[];
  readonly session: Session;
  readonly settings: Settings;
  readonly tab: DeviceStorage;
  readonly newId: () => string;
};

/** Opens it with the browser's own means. Loaded right after the form is on the page: typing comes first. */
export function openDevice({ apiUrl, forms, session, settings, tab, newId }: Options): Device {
  const { locks } = navigator;
  const call = createCaller({
    endpoint: apiUrl,
    // oxlint-disable-next-line waits/bounded -- `call.ts` gives it a signal
    fetch: (...request) => window.fetch(...request),
    tokens: session,
  });
  const api = createApi(call);
  const database = createDatabase();
  const vault = createVault(database);
  const parcels = createParcels({ database, vault });
  const others = otherTabs();
  const sensitive = new Set(forms.filter(isSensitive).map(({ id }) => id));
  const isSensitiveForm = (form: string) => sensitive.has(form);

  const drainer = createDrainer({
    parcels,
    tokens: session,
    deliver: api.deliver,
    read: api.read,
    locks,
    now,
    random: Math.random,
    onChange() {
      others.postMessage('changed');
      void outbox.reread();
    },
  });
  const outbox = createOutbox({
    parcels,
    drainer,
    session,
    newId,
    now,
    announce() {
      others.postMessage('changed');
      void askForSync(navigator.serviceWorker).catch(() => undefined);
      void askToPersist(navigator.storage).catch(() => undefined);
    },
    isSensitiveForm,
  });

  const drafts = createDrafts({ database, vault, tab, locks, now });
  const unkeptDrafts = createUnkeptDrafts(
    sensitive.size > 0
      ? import('./device/become-sensitive.ts').then((it) =>
          it.takeFromDisk({ database, vault, parcels, locks, isSensitive: isSensitiveForm }),
        )
      : undefined,
  );
  let departures = session.departures();
  session.subscribe(() => {
    if (session.departures() !== departures) unkeptDrafts.forget();
    departures = session.departures();
  });
  const isTypedOnPage = watchTyping(document);
  const isTypedHere = () => isTypedOnPage() || drafts.isTypedHere() || unkeptDrafts.isTypedHere();

  const hasTokens = async () => (await database((it) => it.count('tokens'))) > 0;
  prepareLater({ session, hasTokens });
  drainWhenWorthwhile({ outbox, session, window, others });
  showBadge(outbox, navigator);
  recoverFromMissingChunks(window, {
    tab,
    now,
    flush: drafts.flush,
    isTypedHere,
    async update() {
      const signal = AbortSignal.timeout(10_000);
      await fetch('/', { method: 'HEAD', cache: 'no-store', signal });
      await takeNewVersion();
    },
    reload: () => window.location.reload(),
  });
  window.addEventListener('storage', ({ key }) => {
    if (key === sessionRecord) session.reread();
    if (key === settingRecords.language || key === settingRecords.theme) settings.reread();
  });
  loadUntilSent(window);
  settings.subscribe(showThemeColour);
  keepFocus(document.body);
  showThemeColour();
  return {
    api: { ...api, deliver: inTurnWith(drainer) },
    call,
    copies: createCopies({ database, vault }),
    drafts,
    unkeptDrafts,
    outbox,
    isTypedHere,
    watchForUpdates: (onReady) =>
      void import('./shell/watch-for-updates.ts').then((it) =>
        it.watchForUpdates({ onReady, flush: drafts.flush, isTypedHere }),
      ),
  };
}

/** Where the browser keeps nothing for this site, Firefox does not let its tabs talk either. */
function otherTabs(): Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> {
  try {
    return new BroadcastChannel(outboxName);
  } catch {
    return { postMessage: () => undefined, addEventListener: () => undefined };
  }
}
