import { RuleTester } from 'oxlint/plugins-dev';
import { describe, test } from 'vitest';
import { boundedWaits } from './bounded-waits.js';

RuleTester.describe = describe;
RuleTester.it = test;
RuleTester.itOnly = test.only;

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'ts' } } });
const endless = { message: 'This wait has no limit: see tools/lint/bounded-waits.js.' };

// Written for a linter whose types it does not import.
const rule = boundedWaits as unknown as Parameters<typeof tester.run>[1];

tester.run('a wait for the browser has a limit', rule, {
  valid: [
    {
      name: 'a request with a signal',
      code: "await fetch('/', { signal: AbortSignal.timeout(1) });",
    },
    {
      name: 'a lock with a signal',
      code: "const lock = locks.request('a', { signal }, work);",
    },
    {
      name: 'a timeout',
      code: "const all = await withTimeout('storage', 5000, indexedDB.databases());",
    },
    {
      name: 'a timeout around a chain',
      code: "await withTimeout('network', 1, fetch('/').then((it) => it.text()));",
    },
    { name: 'nobody waits', code: 'void registration.update().catch(nothing);' },
    { name: 'other methods of the same name', code: 'const next = form.update(); parts.open();' },
  ],
  invalid: [
    { name: 'a request', code: "const got = await fetch('/');", errors: [endless] },
    {
      name: 'a request of the window',
      code: "await window.fetch('/', { method });",
      errors: [endless],
    },
    { name: 'a lock', code: "return locks.request('a', work);", errors: [endless] },
    {
      name: 'a lock of the navigator',
      code: "const lock = navigator.locks.request('a', work);",
      errors: [endless],
    },
    { name: 'a database', code: "const database = await openDB('a');", errors: [endless] },
    {
      name: 'a database without a library',
      code: "const opening = indexedDB.open('a');",
      errors: [endless],
    },
    {
      name: 'storage space',
      code: 'const space = await storage?.estimate?.();',
      errors: [endless],
    },
    {
      name: 'a service worker',
      code: 'await navigator.serviceWorker.ready;',
      errors: [endless],
    },
    {
      name: 'its registration',
      code: 'const it = await navigator.serviceWorker?.getRegistration();',
      errors: [endless],
    },
    {
      name: 'an update of a service worker',
      code: 'await registration?.update();',
      errors: [endless],
    },
    { name: 'a cache', code: "const kept = await caches.match('/');", errors: [endless] },
    {
      name: 'encryption',
      code: 'const sealed = await crypto.subtle.encrypt(how, key, text);',
      errors: [endless],
    },
    {
      name: 'a wait that is returned',
      code: "const ask = () => fetch('/');",
      errors: [endless],
    },
  ],
});
