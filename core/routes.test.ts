import { expect, test } from 'vitest';
import { matchRoute, pathTo } from './routes.ts';

test('a path leads to its route, and the route back to the path', () => {
  expect(pathTo('read', { form: 'ride', id: 'a b' })).toBe('/ride/a%20b');
  expect(matchRoute('GET', '/ride/42')).toEqual({
    name: 'read',
    parameters: { form: 'ride', id: '42' },
  });
  expect(matchRoute('GET', '/ride')).toEqual({ name: 'list', parameters: { form: 'ride' } });
  expect(matchRoute('POST', '/ride/')).toEqual({ name: 'submit', parameters: { form: 'ride' } });
  expect(matchRoute('POST', '/ride/42/restore')).toEqual({
    name: 'restore',
    parameters: { form: 'ride', id: '42' },
  });
});

test('a name in the path goes before a form, and before an id', () => {
  expect(matchRoute('DELETE', '/me')).toEqual({ name: 'eraseAll', parameters: {} });
  expect(matchRoute('DELETE', '/me/')).toMatchObject({ name: 'eraseAll' });
  expect(matchRoute('DELETE', '/me/42')).toMatchObject({ name: 'withdraw' });
  expect(matchRoute('GET', '/ride/responses')).toEqual({
    name: 'responses',
    parameters: { form: 'ride' },
  });
  expect(matchRoute('GET', '/ride/responses2')).toMatchObject({ name: 'read' });
  expect(matchRoute('GET', '/responses')).toMatchObject({ name: 'list' });
});

test.each([
  ['DELETE', '/ride'],
  ['GET', '/ride/42/restore'],
  ['POST', '/ride/42'],
  ['GET', '/'],
  ['GET', '//42'],
  ['GET', '/ride/42/more'],
])('%s %s leads nowhere', (method, path) => {
  expect(matchRoute(method, path)).toBeUndefined();
});
