import { createRoot } from 'react-dom/client';
import { isSensitive } from '#core/form.ts';
import { newId as makeId } from '#core/id.ts';
import { err } from '#core/result.ts';
import { forms } from '#forms/index.ts';
import { custom } from '#outputs';
import { App } from './app.tsx';
import { createSession } from './cloud/session.ts';
import type { Deps } from './deps.ts';
import { createDeviceStorage } from './device/storage.ts';
import './install/early.ts';
import type { Device } from './open-device.ts';
import { later, viewLater } from './later.ts';
import { part } from './part.tsx';
import { SignInNeedsNetwork } from './shell/needs-network.tsx';
import { otherLanguages } from './words/other-languages.ts';
import { createSettings } from './words/settings.ts';
import './styles.css';

const apiUrl = custom.API.formstead.endpoint;
const tab = createDeviceStorage(() => window.sessionStorage);
const newId = () => makeId({ now: Date.now(), random: crypto.getRandomValues(new Uint8Array(10)) });

const storage = createDeviceStorage(() => window.localStorage);
const settings = createSettings({
  storage,
  wanted: navigator.languages,
  load: otherLanguages,
  root: document.documentElement,
});

const session = createSession({
  storage,
  load: async () => (await import('./cloud/amplify.ts')).identity,
});

const secondPart = import('./open-device.ts');
const opened = secondPart.then((it) =>
  it.openDevice({ apiUrl, forms, session, settings, tab, newId }),
);
let device: Device | undefined;
opened.then(
  (it) => (device = it),
  () => undefined,
);
const openedOutbox = async () => (await opened).outbox;
const unreachable = err({ is: 'unreachable' });
const unreached = err('unreachable');
const drafts = later(async () => (await opened).drafts, false);
const unkept = later(async () => (await opened).unkeptDrafts, false);

const deps: Deps = {
  settings,
  session,
  account: later(async () => (await import('./cloud/account.ts')).account, unreached),
  apiUrl,
  newId,
  api: later(async () => (await opened).api, unreachable),
  call: async (...asked) => (await opened).call(...asked),
  copies: later(async () => (await opened).copies),
  outbox: later(openedOutbox, err('no-answer'), viewLater(openedOutbox)),
  draftsFor: (form) => (isSensitive(form) ? unkept : drafts),
  SignInForm: part(() => import('./cloud/authenticator.tsx'), {
    Waiting: null,
    Missing: SignInNeedsNetwork,
  }),
  isTypedHere: () => device?.isTypedHere() ?? false,
  watchForUpdates: (onReady) => void opened.then((it) => it.watchForUpdates(onReady)),
};

const root = document.getElementById('app') as HTMLElement;
const draw = (into = root) =>
  void settings.ready.then(() => createRoot(into).render(<App forms={forms} deps={deps} />));
// A first picture stays until the app can take its place: there is time to load how.
if (root.firstChild)
  secondPart.then(
    (it) => it.takeOver(root, draw),
    () => draw(),
  );
else draw();
