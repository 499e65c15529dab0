import { setTimeout as wait } from 'node:timers/promises';
import type { AutomatedBrowser } from './automated-browser.ts';

/** Milliseconds until a wait fails. */
const timeout = 120_000;

/** Runs a function in the page. It must be self-contained; arguments and result are passed as JSON. */
export async function runInPage<Arguments extends readonly unknown[], Value>(
  browser: AutomatedBrowser,
  script: (...args: Arguments) => Value,
  ...args: Arguments
): Promise<Awaited<Value>> {
  const called = `(${String(script)})(...${JSON.stringify(args)})`;
  // JSON has no undefined.
  const toText = '(it) => JSON.stringify(it ?? null)';
  const text = await browser.evaluate(`Promise.resolve(${called}).then(${toText})`);
  return JSON.parse(text) as Awaited<Value>;
}

/** Waits until a function in the page returns true. `what` is named if it never does. */
export function until<Arguments extends readonly unknown[]>(
  browser: AutomatedBrowser,
  what: string,
  script: (...args: Arguments) => boolean | Promise<boolean>,
  ...args: Arguments
): Promise<void> {
  return within(timeout, browser, what, script, ...args);
}

/** The same, with a timeout in milliseconds. */
export async function within<Arguments extends readonly unknown[]>(
  milliseconds: number,
  browser: AutomatedBrowser,
  what: string,
  script: (...args: Arguments) => boolean | Promise<boolean>,
  ...args: Arguments
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await runInPage(browser, script, ...args)) return;
    await wait(200);
  }
  const text = await runInPage(browser, () => document.body.innerText);
  const typed = await runInPage(browser, () =>
    [...document.querySelectorAll('input')].map(({ name, value }) => `${name}: ${value}`).join(),
  );
  throw new Error(
    `${what} never came. The page says: ${text.replaceAll(/\s+/g, ' ')} Typed in it: ${typed}`,
  );
}

export function typeIntoField(
  browser: AutomatedBrowser,
  label: string,
  text: string,
): Promise<void> {
  return until(browser, `a field “${label}”`, typeInPage, label, text);
}

export function pressButton(browser: AutomatedBrowser, text: string): Promise<void> {
  return until(browser, `a button “${text}”`, clickInPage, 'button:not([role=tab])', text);
}

export function followLink(browser: AutomatedBrowser, text: string): Promise<void> {
  return until(browser, `a link “${text}”`, clickInPage, 'a', text);
}

export function seesText(browser: AutomatedBrowser, text: string): Promise<void> {
  return until(browser, `“${text}”`, isOnPage, text);
}

export function seesTyped(browser: AutomatedBrowser, label: string, text: string): Promise<void> {
  return until(browser, `“${text}” in “${label}”`, isTyped, label, text);
}

// The following functions run in the page, so each must be self-contained.

/** Uses the native setter: React overrides it on the element, and would ignore a change made through its own. */
function typeInPage(label: string, text: string): boolean {
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

function clickInPage(selector: string, text: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const found = all.find((it) => it.innerText.trim() === text);
  found?.click();
  return found !== undefined;
}

function isOnPage(text: string): boolean {
  return document.body.innerText.includes(text);
}
