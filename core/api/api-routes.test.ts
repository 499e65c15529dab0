import { expect, test } from 'vitest';
import { openPrefix, openRoutes, pathTo, routes, type RouteName } from './api-routes.ts';
import { matchRoute, onlyOpenRoutes } from './match-route.ts';

test('routes are matched by method and path, and give their paths back', () => {
  expect(pathTo('read', { form: 'ride', id: 'a b' })).toBe('/ride/a%20b');
  expect(matchRoute('GET', '/ride/42')).toEqual({
    name: 'read',
    isOpen: false,
    parameters: { form: 'ride', id: '42' },
  });
  expect(matchRoute('GET', '/ride')).toEqual({
    name: 'list',
    isOpen: false,
    parameters: { form: 'ride' },
  });
  expect(matchRoute('POST', '/ride/')).toEqual({
    name: 'submit',
    isOpen: false,
    parameters: { form: 'ride' },
  });
  expect(matchRoute('POST', '/ride/42/restore')).toEqual({
    name: 'restore',
    isOpen: false,
    parameters: { form: 'ride', id: '42' },
  });
});

test('a fixed segment takes precedence over a parameter', () => {
  expect(matchRoute('DELETE', '/me')).toEqual({ name: 'eraseAll', isOpen: false, parameters: {} });
  expect(matchRoute('DELETE', '/me/')).toMatchObject({ name: 'eraseAll' });
  expect(matchRoute('DELETE', '/me/42')).toMatchObject({ name: 'withdraw' });
  expect(matchRoute('GET', '/ride/responses')).toEqual({
    name: 'responses',
    isOpen: false,
    parameters: { form: 'ride' },
  });
  expect(matchRoute('GET', '/ride/responses/ada/42/files/7')).toMatchObject({
    name: 'openResponseFile',
  });
  expect(matchRoute('GET', '/ride/42/files/7')).toMatchObject({ name: 'openFile' });
  expect(matchRoute('GET', '/ride/responses2')).toMatchObject({ name: 'read' });
  expect(matchRoute('GET', '/responses')).toMatchObject({ name: 'list' });
});

test.each((Object.keys(routes) as RouteName[]).filter((it) => !onlyOpenRoutes.includes(it)))(
  '%s is found by its own path',
  { tags: 'route-found-by-path' },
  (name) => {
    const path = pathTo(name, {
      form: 'ride',
      id: '42',
      file: '7',
      webhook: 'w',
      delivery: 'd',
      comment: 'c',
      invitation: 'i',
      username: 'ada',
    });
    expect(matchRoute(routes[name].method, path)?.name).toBe(name);
  },
);

test.each(onlyOpenRoutes)('%s has no path with an account', (name) => {
  expect(matchRoute(routes[name].method, pathTo(name, { form: 'ride' }))).toBeUndefined();
});

test.each(openRoutes)('%s has a path without an account', (name) => {
  const { method } = routes[name];
  const path = openPrefix + pathTo(name, { form: 'ride', id: '42' });
  expect(matchRoute(method, path)).toMatchObject({ name, isOpen: true });
});

test('no other route has a path without an account', () => {
  const open = (Object.keys(routes) as RouteName[]).filter((name) => {
    const path = pathTo(name, {
      form: 'ride',
      id: '42',
      file: '7',
      webhook: 'w',
      delivery: 'd',
      username: 'ada',
    });
    return matchRoute(routes[name].method, openPrefix + path)?.name === name;
  });
  expect(open.toSorted()).toEqual([...openRoutes].toSorted());
});

test.each([
  ['DELETE', '/open/ride'],
  ['POST', '/open/ride/42/files/7'],
  ['DELETE', '/ride'],
  ['GET', '/ride/42/restore'],
  ['POST', '/ride/42'],
  ['GET', '/'],
  ['GET', '//42'],
  ['GET', '/ride/42/more'],
  ['GET', '/ride/42/files'],
  ['DELETE', '/ride/42/files/7'],
  ['GET', '/ride/42/files/7/arrival'],
  ['POST', '/ride/responses/ada/42/files/7'],
])('%s %s matches no route', (method, path) => {
  expect(matchRoute(method, path)).toBeUndefined();
});
