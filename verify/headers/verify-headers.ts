/**
 * `npm run verify -- headers`: opens every page of the built app, with the headers of `customHttp.yml`, in
 * Chromium. The content security policy must block nothing that the app does, but must block an injected
 * script and injected text.
 */
import { forms } from '#forms/index.ts';
import { collectCspViolations, pageVisits } from '../../e2e/testing/browser/page-visits.ts';
import { password } from '../../e2e/testing/backend/signed-in-person.ts';
import { numberedEntry, putEntries } from '../../e2e/testing/backend/put-entries.ts';
import { openBrowserFixture } from '../../e2e/testing/browser/browser-fixture.ts';

const email = 'owner@example.com';
await using fixture = await openBrowserFixture();
const { cloud } = fixture.backend;
await cloud.cognito.createPerson({ email, password, groups: ['owners'] });
for (const { id, fields } of forms) {
  const answers = Object.fromEntries(
    Object.entries(fields).map(([name, { example }]) => [name, example]),
  );
  await putEntries(
    cloud,
    [1, 2, 3].map((n) => numberedEntry(n, id, answers as never)),
  );
}

const context = await fixture.browser.newContext();
const violations = await collectCspViolations(context);
const page = await context.newPage();
let failed = 0;
let pages = 0;
for (const { name, open } of pageVisits(fixture.appUrl, email)) {
  pages += 1;
  const before = violations.length;
  const why = await open(page).then(
    () => undefined,
    (error: unknown) => String(error).split('\n')[0],
  );
  const found = violations.slice(before);
  const isGood = why === undefined && found.length === 0;
  if (!isGood) failed += 1;
  print(`${isGood ? '✓' : '✗'} ${[name, why, ...found].filter(Boolean).join('\n    ')}`);
}

await page.goto(fixture.appUrl);
const worker = await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
const planted = {
  'an inline handler': () => {
    const button = document.createElement('button');
    button.setAttribute('onclick', 'document.title = "planted"');
    document.body.append(button);
    button.click();
  },
  'a script from another site': () => {
    const script = document.createElement('script');
    script.setAttribute('src', 'https://example.com/planted.js');
    document.body.append(script);
  },
  'text as a page': () => void (document.body.innerHTML = '<p>planted</p>'),
  'text as code': () => void Reflect.apply(setTimeout, window, ['document.title = "planted"']),
  'another service worker': () => void navigator.serviceWorker.register('/assets/planted.js'),
  'a request to elsewhere': () => void fetch('https://example.com').catch(() => undefined),
};
let forbidden = 0;
for (const [name, plant] of Object.entries(planted)) {
  const before = violations.length;
  await page.evaluate(plant).catch(() => undefined);
  await page.waitForTimeout(100);
  const isForbidden = violations.length > before;
  if (isForbidden) forbidden += 1;
  print(`${isForbidden ? '✓' : '✗'} planted: ${name}: ${violations.slice(before).join(', ')}`);
}
const plants = Object.keys(planted).length;
print(
  `\n${pages} pages, ${failed} with a violation or not shown; the service worker is ${worker}; ` +
    `${forbidden} of ${plants} planted attempts forbidden`,
);
process.exitCode = failed > 0 || forbidden < plants || worker === undefined ? 1 : 0;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
