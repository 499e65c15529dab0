import { expect, test } from 'vitest';
import { readJson } from './read-json.ts';
import type { ApiRequest } from './lambda-adapter.ts';

const isAccepted = (type: string) =>
  readJson({ headers: new Map([['content-type', type]]), body: '{}' } as unknown as ApiRequest, 2)
    .ok;

test.each([
  'application/json',
  'Application/JSON',
  'application/json;',
  ' application/json ; charset=UTF-8 ;',
  'application/json;charset="utf-8"',
  'application/json; charset = utf-8',
])('%j is accepted as JSON', (type) => {
  expect(isAccepted(type)).toBe(true);
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
])('%j is not accepted as JSON', (type) => {
  expect(isAccepted(type)).toBe(false);
});
