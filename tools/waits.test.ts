import { RuleTester } from 'oxlint/plugins-dev';
import { describe, test } from 'vitest';
import waits from './waits.js';

RuleTester.describe = describe;
RuleTester.it = test;
RuleTester.itOnly = test.only;

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'ts' } } });
const endless = { message: 'Nothing says when this wait ends: see tools/waits.js.' };

// Written for a linter whose types it does not import.
const bounded = waits.rules.bounded as unknown as Parameters<typeof tester.run>[1];

tester.run('a wait for the browser has an end', bounded, {
  valid: [
    {
      name: 'a request with a signal',
      code: "await fetch('/', { signal: AbortSignal.timeout(1) });",
    },
    {
      name: 'a lock with a signal',
      code: "const held = locks.request('a', { signal }, work);",
    },
    {
      name: 'what has a timeout',
      code: "const all = await withTimeout('storage', 5000, indexedDB.databases());",
    },
    {
      name: 'what has a timeout around what is made of it',
      code: "await withTimeout('network', 1, fetch('/').then((it) => it.text()));",
    },
    { name: 'what nobody waits for', code: 'void registration.update().catch(nothing);' },
    { name: 'another thing of the same name', code: 'const next = form.update(); parts.open();' },
  ],
  invalid: [
    { name: 'a request', code: "const got = await fetch('/');", errors: [endless] },
    { name: 'one of the window', code: "await window.fetch('/', { method });", errors: [endless] },
    { name: 'a lock', code: "return locks.request('a', work);", errors: [endless] },
    {
      name: 'one of the navigator',
      code: "const held = navigator.locks.request('a', work);",
      errors: [endless],
    },
    { name: 'a database', code: "const database = await openDB('a');", errors: [endless] },
    {
      name: 'one without a library',
      code: "const opening = indexedDB.open('a');",
      errors: [endless],
    },
    { name: 'room', code: 'const room = await storage?.estimate?.();', errors: [endless] },
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
    { name: 'a look for a new one', code: 'await registration?.update();', errors: [endless] },
    { name: 'a cache', code: "const kept = await caches.match('/');", errors: [endless] },
    {
      name: 'a seal',
      code: 'const sealed = await crypto.subtle.encrypt(how, key, text);',
      errors: [endless],
    },
    {
      name: 'what is handed on',
      code: "const ask = () => fetch('/');",
      errors: [endless],
    },
  ],
});
