import type { FormSource } from '../catalogue/form-source.ts';
import { invitedForms } from '#catalogue/invited';
import { sensitiveForms } from '#catalogue/sensitive';
import type { Form } from '#core/form/define-form.ts';
import { sessionRecord, type Session } from '../cloud/session/session.ts';
import { createDatabase } from '../device/device-database.ts';
import { requestPersistence } from '../device/storage-space.ts';
import type { DeviceStorage } from '../device/device-storage.ts';
import { showThemeColour } from '../device/theme-colour.ts';
import { requestSync, outboxChannel } from '../outbox/delivery/background-sync.ts';
import { showBadge } from '../outbox/badge.ts';
import { flushOnTriggers } from '../outbox/flush-triggers.ts';
import { createDevice, type Device } from './create-device.ts';
import { keepFocus } from './keep-focus.ts';
import { recoverFromMissingChunks } from './update/missing-chunks.ts';
import { preloadParts } from './preload-parts.ts';
import { checkSessionLater } from './check-session-later.ts';
// Loaded before anything can be pressed twice.
import '../ui/second-tap.ts';
import { activateUpdate } from './update/activate-update.ts';
import { watchUnsavedInput } from './unsaved-input.ts';
import { settingKeys, type Settings } from '../messages/user-settings.ts';

// Loaded in the same chunk, to stay out of the first load.
export { handOff } from './prerender-handoff.ts';
export { WithFilling } from '../form/with-filling.tsx';

/** Here, because `src/main.tsx` is in the first load, which only a frame of another site’s page should pay for. */
export async function openFrame(forms: FormSource, { ready }: Pick<Settings, 'ready'>) {
  const frame = await import('../embed/open-frame.ts');
  // They set a theme, which the page around the frame may replace.
  await ready;
  frame.openFrame(forms);
}

/** The device in this browser. */
export type BrowserDevice = Device & {
  /** Whether the page has input that is saved nowhere else. */
  readonly hasUnsavedInput: () => boolean;
  readonly watchForUpdates: (onReady: (reload: () => void) => void) => void;
};

const now = () => Date.now();

type Options = {
  readonly apiUrl: string;
  readonly session: Session;
  readonly settings: Settings;
  readonly tab: DeviceStorage;
  readonly newId: () => string;
  /** The form at the address with which the app was opened, if it is one’s. */
  readonly formOfPage: Promise<Form | undefined> | '' | undefined;
};

/**
 * Wires everything to the browser's APIs. Loaded right after the form is shown, so that typing can start
 * first.
 */
export function openDevice({
  apiUrl,
  session,
  settings,
  tab,
  newId,
  formOfPage,
}: Options): BrowserDevice {
  const database = createDatabase();
  const others = otherTabs();
  const notifyTabs = () => others.postMessage('changed');
  const device = createDevice({
    apiUrl,
    sensitiveForms,
    invitedForms,
    session,
    // oxlint-disable-next-line house/bounded-waits -- `api-caller.ts` gives it a signal
    fetch: (...request) => window.fetch(...request),
    database,
    tab,
    locks: navigator.locks,
    newId,
    now,
    random: Math.random,
    onDelivery: notifyTabs,
    announce() {
      notifyTabs();
      void requestSync(navigator.serviceWorker).catch(() => undefined);
      void requestPersistence(navigator.storage).catch(() => undefined);
    },
  });
  const { drafts, memoryDrafts, outbox } = device;

  const hasUnsavedInputOnPage = watchUnsavedInput(document);
  const hasUnsavedInput = () =>
    hasUnsavedInputOnPage() || drafts.hasUnsavedInput() || memoryDrafts.hasUnsavedInput();

  const hasTokens = async () => (await database((it) => it.count('tokens'))) > 0;
  checkSessionLater({ session, hasTokens });
  flushOnTriggers({ outbox, session, window, others });
  showBadge(outbox, navigator);
  void device.sweepFiles().catch(() => undefined);
  recoverFromMissingChunks(window, {
    tab,
    now,
    flush: drafts.flush,
    hasUnsavedInput,
    async update() {
      const signal = AbortSignal.timeout(10_000);
      await fetch('/', { method: 'HEAD', cache: 'no-store', signal });
      await activateUpdate();
    },
    reload: () => window.location.reload(),
  });
  window.addEventListener('storage', ({ key }) => {
    if (key === sessionRecord) session.reread();
    if (key === settingKeys.language || key === settingKeys.theme) settings.reread();
  });
  preloadParts(window, formOfPage);
  settings.subscribe(showThemeColour);
  keepFocus(document.body);
  showThemeColour();
  return {
    ...device,
    hasUnsavedInput,
    watchForUpdates: (onReady) =>
      void import('./update/watch-for-updates.ts').then((it) =>
        it.watchForUpdates({
          onReady,
          flush: drafts.flush,
          hasUnsavedInput,
          activate: activateUpdate,
        }),
      ),
  };
}

/** Where the browser blocks storage for this site, Firefox blocks BroadcastChannel too. */
function otherTabs(): Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> {
  try {
    return new BroadcastChannel(outboxChannel);
  } catch {
    return { postMessage: () => undefined, addEventListener: () => undefined };
  }
}
