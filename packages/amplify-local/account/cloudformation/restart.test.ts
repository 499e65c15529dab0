import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TestAccount } from '../../testing/test-account.ts';
import { backend, deployments } from '../../testing/test-stack.ts';

const item = { pk: { S: 'one' } };

/** Changes the stored stack to what a process killed in the middle would have left. */
async function stoppedIn(status: string, account: TestAccount): Promise<TestAccount> {
  await account.close();
  const file = join(account.folder, 'stacks.json');
  const written = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    written.replace(/^ {2}"status": "CREATE_COMPLETE"/m, `  "status": "${status}"`),
  );
  return account.restart();
}

test('a deployed stack runs again after a restart, with its data', async () => {
  const it = await deployments();
  await it.create(backend());
  await it.dynamo.putItem({ TableName: 'Entries', Item: item });
  const again = await deployments(await it.account.restart());
  expect(await again.described()).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
  expect(await again.dynamo.getItem({ TableName: 'Entries', Key: item })).toMatchObject({
    Item: item,
  });
});

test('an interrupted creation is undone', async () => {
  const it = await deployments();
  await it.create(backend());
  const again = await deployments(await stoppedIn('CREATE_IN_PROGRESS', it.account));
  expect(await again.described()).toMatchObject({ StackStatus: 'ROLLBACK_COMPLETE' });
  expect(again.account.running()).toBeUndefined();
});

test('an interrupted update is rolled back', async () => {
  const it = await deployments();
  await it.create(backend());
  await it.dynamo.putItem({ TableName: 'Entries', Item: item });
  const again = await deployments(await stoppedIn('UPDATE_IN_PROGRESS', it.account));
  expect(await again.described()).toMatchObject({ StackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
  expect((await again.dynamo.scan({ TableName: 'Entries' })).Count).toBe(1);
});

test('an interrupted deletion is finished', async () => {
  const it = await deployments();
  await it.create(backend());
  const again = await deployments(await stoppedIn('DELETE_IN_PROGRESS', it.account));
  await expect(again.described()).rejects.toThrow(/does not exist/);
});

test('a stack that cannot start again can be deleted, and does not prevent the account from starting', async () => {
  const it = await deployments();
  await it.create(backend());
  await it.account.close();
  rmSync(join(it.account.folder, 'buckets'), { recursive: true });
  const again = await deployments(await it.account.restart());
  expect(again.account.running()).toBeUndefined();
  await expect(again.update(backend())).rejects.toThrow(/can not be updated/);
  expect(await again.delete()).toMatchObject({ StackStatus: 'DELETE_COMPLETE' });
});
