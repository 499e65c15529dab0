import { afterEach, expect, test } from 'vitest';
import { watchUnsavedInput } from './unsaved-input.ts';

afterEach(() => document.body.replaceChildren());

function boxIn(html: string): HTMLInputElement {
  document.body.innerHTML = html;
  return document.querySelector<HTMLInputElement>('input, textarea, select') as HTMLInputElement;
}

function type(box: HTMLInputElement, text: string): void {
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

test('typed text counts as unsaved until it leaves the page', () => {
  const isTyped = watchUnsavedInput(document);
  const box = boxIn('<form><input></form>');
  expect(isTyped()).toBe(false);
  type(box, '123456');
  expect(isTyped()).toBe(true);
  type(box, '');
  expect(isTyped()).toBe(false);
  type(box, '123456');
  box.remove();
  expect(isTyped()).toBe(false);
});

test('text the page fills in itself does not count', () => {
  const isTyped = watchUnsavedInput(document);
  boxIn('<form><input></form>').value = 'Mickey';
  expect(isTyped()).toBe(false);
});

test('text that is saved elsewhere does not count', () => {
  const isTyped = watchUnsavedInput(document);
  const box = boxIn('<form data-kept><textarea></textarea></form>');
  type(box, 'Mickey');
  expect(isTyped()).toBe(false);
  box.form?.removeAttribute('data-kept');
  expect(isTyped()).toBe(true);
});

test('a choice counts while it is selected', () => {
  const isTyped = watchUnsavedInput(document);
  const box = boxIn('<input type="radio">');
  box.click();
  expect(isTyped()).toBe(true);
  box.checked = false;
  expect(isTyped()).toBe(false);
});

test('input events whose propagation is stopped are noticed too', () => {
  const isTyped = watchUnsavedInput(document);
  const box = boxIn('<form><input></form>');
  box.addEventListener('input', (event) => event.stopPropagation());
  type(box, 'Mickey');
  expect(isTyped()).toBe(true);
});
