/**
 * `npm run prove:headers`: every page of the built app, served with the headers of `customHttp.yml`, in
 * Chromium. The policy forbids nothing that the app does; a planted script and planted text it does forbid.
 */
import { forms } from '#forms/index.ts';
import { violationsIn, visits } from './every-page.ts';
import { password } from './person.ts';
import { entryNumber, seed } from './seeded.ts';
import { openStage } from './stage.ts';

const email = 'owner@example.com';
await using stage = await openStage();
const { cloud } = stage.world;
await cloud.cognito.createPerson({ email, password, groups: ['owners'] });
for (const { id, fields } of forms) {
  const answers = Object.fromEntries(
    Object.entries(fields).map(([name, { example }]) => [name, example]),
  );
  await seed(
    cloud,
    [1, 2, 3].map((n) => entryNumber(n, id, answers as never)),
  );
}

const context = await stage.browser.newContext();
const violations = await violationsIn(context);
const page = await context.newPage();
let failed = 0;
let pages = 0;
for (const { name, open } of visits(stage.appUrl, email)) {
  pages += 1;
  const before = violations.length;
  const why = await open(page).then(
    () => undefined,
    (error: unknown) => String(error).split('\n')[0],
  );
  const found = violations.slice(before);
  const isGood = why === undefined && found.length === 0;
  if (!isGood) failed += 1;
  say(`${isGood ? '✓' : '✗'} ${[name, why, ...found].filter(Boolean).join('\n    ')}`);
}

await page.goto(stage.appUrl);
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
  say(`${isForbidden ? '✓' : '✗'} planted: ${name}: ${violations.slice(before).join(', ')}`);
}
const plants = Object.keys(planted).length;
say(
  `\n${pages} pages, ${failed} with a violation or not shown; the service worker is ${worker}; ` +
    `${forbidden} of ${plants} planted attempts forbidden`,
);
process.exitCode = failed > 0 || forbidden < plants || worker === undefined ? 1 : 0;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
