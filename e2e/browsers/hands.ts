import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from './browser.ts';

/** Milliseconds, after which what was waited for does not come any more. */
const patience = 120_000;

/** Runs a function in the page. It takes nothing along but its arguments, and both ways they are JSON. */
export async function run<Arguments extends readonly unknown[], Value>(
  browser: Browser,
  script: (...args: Arguments) => Value,
  ...args: Arguments
): Promise<Awaited<Value>> {
  const called = `(${String(script)})(...${JSON.stringify(args)})`;
  // JSON has no undefined.
  const toText = '(it) => JSON.stringify(it ?? null)';
  const text = await browser.evaluate(`Promise.resolve(${called}).then(${toText})`);
  return JSON.parse(text) as Awaited<Value>;
}

/** Waits until a function in the page says yes. `what` names it should that never be. */
export function until<Arguments extends readonly unknown[]>(
  browser: Browser,
  what: string,
  script: (...args: Arguments) => boolean | Promise<boolean>,
  ...args: Arguments
): Promise<void> {
  return within(patience, browser, what, script, ...args);
}

/** The same, with so many milliseconds of patience. */
export async function within<Arguments extends readonly unknown[]>(
  milliseconds: number,
  browser: Browser,
  what: string,
  script: (...args: Arguments) => boolean | Promise<boolean>,
  ...args: Arguments
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await run(browser, script, ...args)) return;
    await wait(200);
  }
  const words = await run(browser, () => document.body.innerText);
  const typed = await run(browser, () =>
    [...document.querySelectorAll('input')].map(({ name, value }) => `${name}: ${value}`).join(),
  );
  throw new Error(
    `${what} never came. The page says: ${words.replaceAll(/\s+/g, ' ')} Typed in it: ${typed}`,
  );
}

export function type(browser: Browser, label: string, text: string): Promise<void> {
  return until(browser, `a field “${label}”`, typeInto, label, text);
}

export function press(browser: Browser, words: string): Promise<void> {
  return until(browser, `a button “${words}”`, clickOn, 'button:not([role=tab])', words);
}

export function follow(browser: Browser, words: string): Promise<void> {
  return until(browser, `a link “${words}”`, clickOn, 'a', words);
}

export function sees(browser: Browser, words: string): Promise<void> {
  return until(browser, `“${words}”`, isOnPage, words);
}

export function seesTyped(browser: Browser, label: string, text: string): Promise<void> {
  return until(browser, `“${text}” in “${label}”`, isTyped, label, text);
}

// What follows runs in the page, each by itself.

/** By the element's own setter: React has put one before it, and takes what that is told for its own doing. */
function typeInto(label: string, text: string): boolean {
  const labels = [...document.querySelectorAll('label')];
  const input = labels.find((it) => it.textContent.trim() === label)?.control;
  if (!input) return false;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}

function isTyped(label: string, text: string): boolean {
  const labels = [...document.querySelectorAll('label')];
  const input = labels.find((it) => it.textContent.trim() === label)?.control;
  return input instanceof HTMLInputElement && input.value === text;
}

function clickOn(selector: string, words: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const found = all.find((it) => it.innerText.trim() === words);
  found?.click();
  return found !== undefined;
}

function isOnPage(words: string): boolean {
  return document.body.innerText.includes(words);
}
