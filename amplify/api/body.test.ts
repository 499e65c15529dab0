import { expect, test } from 'vitest';
import { readJson } from './body.ts';
import type { Call } from './call.ts';

const isTaken = (type: string) =>
  readJson({ headers: new Map([['content-type', type]]), body: '{}' } as unknown as Call).ok;

test.each([
  'application/json',
  'Application/JSON',
  'application/json;',
  ' application/json ; charset=UTF-8 ;',
  'application/json;charset="utf-8"',
  'application/json; charset = utf-8',
])('%j is JSON', (type) => {
  expect(isTaken(type)).toBe(true);
});

test.each([
  '',
  'application/jsonp',
  'application/json; charset=utf-16',
  'application/json; charset="utf-8',
  'application/json; charset=utf-8=utf-8',
  'application/json; charset',
  'application/json; boundary=x',
  'application/json, text/plain',
  'text/plain; application/json',
])('%j is not', (type) => {
  expect(isTaken(type)).toBe(false);
});
