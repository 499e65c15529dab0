// First: it states the order of the layers.
import './styles.css';
import { createRoot } from 'react-dom/client';
import { isSensitive } from '#core/form/define-form.ts';
import { newId as makeId } from '#core/values/id.ts';
import { err } from '#core/values/result.ts';
import { onlyForm } from '#catalogue/first';
import { custom } from '#outputs';
import { App } from './app/app.tsx';
import { createFormSource } from './catalogue/create-form-source.ts';
import { formInPage } from './catalogue/form-in-page.ts';
import { createSession } from './cloud/session/session.ts';
import type { Deps, SignInFormProps } from './deps.ts';
import { createDeviceStorage } from './device/device-storage.ts';
import { withTimeout } from './device/timeout.ts';
import './ui/install/install-offer.ts';
import type { BrowserDevice } from './app/open-device.ts';
import { deferred, deferredView } from './app/deferred.ts';
import { lazyPart } from './ui/lazy-part.tsx';
import { languageLoaders } from './messages/language-loaders.ts';
import { createSettings } from './messages/user-settings.ts';
import { pageAt } from './page-paths.ts';

/** Milliseconds that nothing is drawn because the form is still loading. */
const longestWait = 1000;

const apiUrl = custom.API.formstead.endpoint;
const tab = createDeviceStorage(() => window.sessionStorage);
const newId = () => makeId({ now: Date.now(), random: crypto.getRandomValues(new Uint8Array(10)) });

const storage = createDeviceStorage(() => window.localStorage);
const settings = createSettings({
  storage,
  wanted: navigator.languages,
  load: languageLoaders,
  root: document.documentElement,
});

const session = createSession({
  storage,
  load: async () => (await import('./cloud/session/amplify-identity.ts')).identity,
});

const loadDevice = () => import('./app/open-device.ts');
const deviceModule = loadDevice();
const forms = createFormSource({
  onlyForm,
  catalogue: () => import('#catalogue'),
  inPage: formInPage,
  loadFillParts: loadDevice,
});
const { page, form: formId = page === 'home' ? onlyForm : '' } = pageAt(window.location.pathname);
/** Most often it is there when everything else is. If not, the page says so. */
const formOfPage =
  formId && withTimeout('network', longestWait, forms.open(formId)).catch(() => undefined);

const frame = page === 'embed' && deviceModule.then((it) => it.openFrame(forms, settings));

const openedDevice = deviceModule.then((it) =>
  it.openDevice({ apiUrl, session, settings, tab, newId, formOfPage }),
);
let device: BrowserDevice | undefined;
openedDevice.then(
  (it) => (device = it),
  () => undefined,
);
const loadOutbox = async () => (await openedDevice).outbox;
const unreachable = err({ is: 'unreachable' });
const unreached = err('unreachable');
const drafts = deferred(async () => (await openedDevice).drafts, false);
const memoryDrafts = deferred(async () => (await openedDevice).memoryDrafts, false);

const deps: Deps = {
  settings,
  session,
  account: deferred(
    async () => (await import('./cloud/account/account-actions.ts')).account,
    unreached,
  ),
  apiUrl,
  newId,
  api: deferred(async () => (await openedDevice).api, unreachable),
  call: async (...args) => (await openedDevice).call(...args),
  entryCache: deferred(async () => (await openedDevice).entryCache),
  outbox: deferred(loadOutbox, err('no-answer'), deferredView(loadOutbox)),
  files: async () => (await openedDevice).files(),
  fileNetwork: async () => (await openedDevice).fileNetwork(),
  draftsFor: (form) => (isSensitive(form) ? memoryDrafts : drafts),
  SignInForm: lazyPart(() => import('./pages/sign-in/authenticator.tsx'), {
    Waiting: ({ waiting }) => waiting,
    Missing: lazyPart<SignInFormProps & { readonly retry: () => void }>(
      () => import('./pages/sign-in/sign-in-needs-network.tsx'),
    ),
  }),
  hasUnsavedInput: () => device?.hasUnsavedInput() ?? false,
  watchForUpdates: (onReady) => void openedDevice.then((it) => it.watchForUpdates(onReady)),
};

const root = document.getElementById('app') as HTMLElement;
const render = (into = root) =>
  void Promise.all([frame, settings.ready, formOfPage]).then(() =>
    createRoot(into).render(<App forms={forms} deps={deps} />),
  );
// The prerendered form stays until the app can replace it, which leaves time to load the handoff.
if (root.firstChild)
  deviceModule.then(
    (it) => it.handOff(root, render),
    () => render(),
  );
else render();
