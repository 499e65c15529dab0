import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { namedSocketPath } from '../packages/amplify-local/machine/named-socket.ts';
import { lockState } from '../packages/amplify-local/machine/state-lock.ts';
import { stateLockName } from './project-paths.ts';
import { movedPortNotices } from './run-cloud.ts';

const usual = {
  app: 'http://localhost:5173/',
  api: 'http://localhost:5174/v1/',
  cognito: 'http://localhost:5184',
  inbox: 'http://localhost:5194/inbox',
  aws: 'http://127.0.0.1:5204',
};

test('usual addresses are not mentioned', () => {
  expect(movedPortNotices(usual)).toEqual([]);
  expect(movedPortNotices({ app: usual.app })).toEqual([]);
});

test('a taken port is reported, and for the app also what stays behind at the usual address', () => {
  expect(movedPortNotices({ ...usual, app: 'http://localhost:5178/' })).toEqual([
    'Port 5173 is in use, so the app is on port 5178.',
    'The browser keeps drafts, the outbox and sign-in for http://localhost:5173. Nothing is lost, but you will not see them at the new address.',
  ]);
  expect(movedPortNotices({ ...usual, api: 'http://localhost:5176/v1/' })).toEqual([
    'Port 5174 is in use, so the API is on port 5176.',
  ]);
});

test('a cloud that an earlier version started is noticed', async () => {
  const folder = `/project/${randomUUID()}`;
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const earlier = createServer().listen(namedSocketPath(`formstead-${hash}`));
  await once(earlier, 'listening');
  expect(await lockState(folder, stateLockName)).toBe(false);
  earlier.close();
});
