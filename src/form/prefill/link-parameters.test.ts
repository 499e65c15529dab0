import { beforeEach, expect, test } from 'vitest';
import { takeParameters } from './link-parameters.ts';

const names = ['city', 'day'];
const take = (form: string, username = '') => takeParameters({ form, names, username }).toString();
const open = (path: string) => window.history.pushState(null, '', path);

let form = '';
let count = 0;

// What was opened last is remembered as long as the page.
beforeEach(() => {
  count += 1;
  form = `form-${count}`;
});

test('a form’s parameters leave the address, others and the state of the page stay', () => {
  window.history.pushState(
    { arrival: 'signed-in' },
    '',
    '/visit?city=Oslo&look-theme=dark&day=fri&day=sat#part',
  );
  expect(take(form)).toBe('city=Oslo&day=fri&day=sat');
  expect(window.location.href).toMatch(/\/visit\?look-theme=dark#part$/);
  expect(window.history.state).toMatchObject({ arrival: 'signed-in' });
});

test('an address without them is left alone', () => {
  open('/visit?q=a%20b');
  expect(take(form)).toBe('');
  expect(window.location.search).toBe('?q=a%20b');
  expect(window.history.state).toBeNull();
});

test('whoever signs in after opening the link still has it, and whoever comes next does not', () => {
  open('/visit?city=Oslo');
  expect(take(form)).toBe('city=Oslo');
  open('/visit');
  expect(take(form, 'mickey')).toBe('city=Oslo');
  open('/visit');
  expect(take(form, 'minnie')).toBe('');
  expect(take(form)).toBe('');
});

test('whoever comes back to the form by another way begins without the link', () => {
  open('/visit?city=Oslo');
  take(form);
  open('/visit');
  expect(take(form)).toBe('');
});

test('the link of one form is none of another', () => {
  open('/visit?city=Oslo');
  take(form);
  expect(take('another-form', 'mickey')).toBe('');
});

test.each([{ link: 'x' }, { link: { form: 1 } }, 'x', { link: null }])(
  'a state of other origin, %j, does no harm',
  (state) => {
    window.history.pushState(state, '', '/visit');
    expect(take(form)).toBe('');
  },
);
