import { afterEach, expect, test } from 'vitest';
import { watchTyping } from './typed-here.ts';

afterEach(() => document.body.replaceChildren());

function boxIn(html: string): HTMLInputElement {
  document.body.innerHTML = html;
  return document.querySelector<HTMLInputElement>('input, textarea, select') as HTMLInputElement;
}

function type(box: HTMLInputElement, text: string): void {
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

test('what is typed is on the page alone until it is gone from there', () => {
  const isTyped = watchTyping(document);
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

test('what the page fills in by itself nobody has typed', () => {
  const isTyped = watchTyping(document);
  boxIn('<form><input></form>').value = 'Mickey';
  expect(isTyped()).toBe(false);
});

test('what is kept elsewhere may go from the page', () => {
  const isTyped = watchTyping(document);
  const box = boxIn('<form data-kept><textarea></textarea></form>');
  type(box, 'Mickey');
  expect(isTyped()).toBe(false);
  box.form?.removeAttribute('data-kept');
  expect(isTyped()).toBe(true);
});

test('a choice counts while it is made', () => {
  const isTyped = watchTyping(document);
  const box = boxIn('<input type="radio">');
  box.click();
  expect(isTyped()).toBe(true);
  box.checked = false;
  expect(isTyped()).toBe(false);
});

test('a page that keeps its events to itself is heard as well', () => {
  const isTyped = watchTyping(document);
  const box = boxIn('<form><input></form>');
  box.addEventListener('input', (event) => event.stopPropagation());
  type(box, 'Mickey');
  expect(isTyped()).toBe(true);
});
