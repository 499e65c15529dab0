import { lazy } from 'react';
import { createRoot } from 'react-dom/client';
import { newId } from '#core/id.ts';
import { forms } from '#forms/index.ts';
import { custom } from '#outputs';
import { App } from './app.tsx';
import { createApi } from './cloud/api.ts';
import { createSession } from './cloud/session.ts';
import type { Deps } from './deps.ts';
import { createDeviceStorage } from './device-storage.ts';
import { createDrafts } from './form/draft.ts';
import './styles.css';

const session = createSession({
  storage: createDeviceStorage(() => window.localStorage),
  load: async () => (await import('./cloud/amplify.ts')).identity,
});

const apiUrl = custom.API.formstead.endpoint;

const deps: Deps = {
  session,
  apiUrl,
  api: createApi({
    endpoint: apiUrl,
    fetch: (...request) => window.fetch(...request),
    session,
  }),
  drafts: createDrafts({
    storage: createDeviceStorage(() => window.sessionStorage),
    newId: () => newId({ now: Date.now(), random: crypto.getRandomValues(new Uint8Array(10)) }),
  }),
  SignInForm: lazy(() => import('./cloud/authenticator.tsx')),
  watchForUpdates: (onReady) =>
    void import('./shell/watch-for-updates.ts').then((it) => it.watchForUpdates(onReady)),
};

const root = document.getElementById('app');
if (root) createRoot(root).render(<App forms={forms} deps={deps} />);

// The first page never waits for Amplify; once it is there, the record of who is signed in is checked.
if (session.person())
  window.addEventListener('load', () => setTimeout(() => void session.check(), 1000));
