import { expect, test } from 'vitest';
import { movedTo } from './run-cloud.ts';

const usual = {
  app: 'http://localhost:5173/',
  api: 'http://localhost:5174/v1/',
  cognito: 'http://localhost:5184',
  inbox: 'http://localhost:5194/inbox',
  aws: 'http://127.0.0.1:5204',
};

test('addresses that are as always need no word', () => {
  expect(movedTo(usual)).toEqual([]);
  expect(movedTo({ app: usual.app })).toEqual([]);
});

test('a port that is taken is said, and for the app what stays behind at the other address', () => {
  expect(movedTo({ ...usual, app: 'http://localhost:5178/' })).toEqual([
    'Port 5173 is taken, so the app is on 5178 today.',
    'Drafts, the outbox and who is signed in belong to http://localhost:5173: what was left there is not lost, but not seen here.',
  ]);
  expect(movedTo({ ...usual, api: 'http://localhost:5176/v1/' })).toEqual([
    'Port 5174 is taken, so the API is on 5176 today.',
  ]);
});
