import { afterEach, expect, test } from 'vitest';
import { keepFocus } from './keep-focus.ts';

afterEach(() => document.body.replaceChildren());

const page = `<main><h1 tabindex="-1">Entries</h1><ol>
  <li id="card"><h2 tabindex="-1">One</h2><div id="actions"><button id="edit">Edit</button><button id="withdraw">Withdraw</button></div></li>
</ol></main><footer><button id="out">Out</button></footer>`;

function open() {
  document.body.innerHTML = page;
  keepFocus(document.body);
  document.getElementById('withdraw')?.focus();
}

const focused = () =>
  new Promise((resolve) => setTimeout(resolve)).then(() => document.activeElement?.textContent);

test('when the pressed button disappears, the one that replaces it takes the focus', async () => {
  open();
  document.getElementById('actions')?.replaceChildren(document.createElement('button'));
  expect(await focused()).toBe('');
  expect(document.activeElement?.tagName).toBe('BUTTON');
});

test('without another button, the heading of the section takes the focus', async () => {
  open();
  document.getElementById('actions')?.remove();
  expect(await focused()).toBe('One');
});

test('without the section, the heading of the page takes the focus', async () => {
  open();
  document.getElementById('card')?.remove();
  expect(await focused()).toBe('Entries');
});

test('focus that is elsewhere is left alone', async () => {
  open();
  document.getElementById('out')?.focus();
  document.getElementById('card')?.remove();
  expect(await focused()).toBe('Out');
});
