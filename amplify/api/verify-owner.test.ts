import { expect, test } from 'vitest';
import type { Caller } from '#core/api/access-policy.ts';
import type { RouteName } from '#core/api/api-routes.ts';
import type { Role } from '#core/roles/role.ts';
import { waterForm } from '#core/testing/water-form.ts';
import { createOwnerAddresses } from '../mail/owner-addresses.ts';
import { createTableMembers } from '../roles/table-members.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { verifyOwner } from './verify-owner.ts';

const form = waterForm;
const now = () => new Date('2026-01-01T12:00:00Z');
const ada: Caller = { username: 'ada', groups: [], email: 'Ada@Example.com' };

function createMembers(owners?: string) {
  const members = createTableMembers(createMemoryTable());
  const addresses = createOwnerAddresses({ members, owners });
  const give = (role: Role, email = 'ada@example.com') =>
    members.put(form.id, { email, role, by: 'owner', at: `given ${role}` });
  const use = (caller: Caller, name: RouteName = 'responses') =>
    verifyOwner({ members, now }, { name, caller, form });
  return { members, give, use, notified: () => addresses(form.id) };
}

test('an owner gets mail once they have used their role, and not before', async () => {
  const { give, use, notified } = createMembers();
  await give('owner');
  expect(await notified()).toEqual([]);
  await use({ username: 'ada', groups: [] });
  await use({ ...ada, email: 'eve@example.com' });
  await use(ada, 'list');
  expect(await notified()).toEqual([]);
  await use(ada);
  await use(ada);
  expect(await notified()).toEqual(['ada@example.com']);
});

test('an owner of all forms gets mail about those whose member they are', async () => {
  const { give, use, notified } = createMembers();
  await use({ ...ada, groups: ['owners'] });
  expect(await notified()).toEqual([]);
  await give('owner');
  await use({ ...ada, groups: ['owners'] });
  expect(await notified()).toEqual(['ada@example.com']);
});

test('readers, reviewers and those who are owners no more get none', async () => {
  const { members, give, use, notified } = createMembers();
  for (const role of ['reader', 'reviewer'] as const) {
    await give(role);
    await use(ada);
    expect(await notified()).toEqual([]);
  }
  await give('owner');
  await use(ada);
  await members.remove(form.id, { email: 'ada@example.com', by: 'owner', at: 'removed' });
  expect(await notified()).toEqual([]);
});

test('a role that was changed meanwhile stays changed', async () => {
  const { members, give, notified } = createMembers();
  await give('owner');
  const read = await members.find(form.id, 'ada@example.com');
  await give('reader');
  if (read) await members.verify(form.id, read, 'later');
  expect(await members.find(form.id, 'ada@example.com')).toMatchObject({ role: 'reader' });
  expect(await notified()).toEqual([]);
});

test('the address of the deployment gets mail about all forms, once', async () => {
  const { give, use, notified } = createMembers('Ada@example.com');
  await give('owner');
  await use(ada);
  expect(await notified()).toEqual(['ada@example.com']);
  expect(await createMembers('nobody').notified()).toEqual([]);
});

test('nothing is read or written for a form that notifies nobody', async () => {
  const { notify: _, ...silent } = form;
  const unused = new Proxy({}, { get: () => expect.fail('The members were read.') });
  const deps = { members: unused as ReturnType<typeof createTableMembers>, now };
  await verifyOwner(deps, { name: 'responses', caller: ada, form: silent });
});
