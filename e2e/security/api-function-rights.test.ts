import { expect, test } from 'vitest';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { actionOf, rightsIn, statementsOf } from '../testing/backend/iam-grants.ts';
import { startTestBackend } from '../testing/backend/test-backend.ts';

const unknown = 'pwausers/018f3c2e-7b1a-7000-8000-0123456789ab';
const mickey = { fname: 'Mickey', lname: 'Mouse' };

/**
 * A request that needs each permission of the API function. A permission that nothing needs should not be
 * granted.
 */
const needs: Record<string, (person: SignedInPerson) => Promise<Response>> = {
  'dynamodb:PutItem': (person) => person.submit('pwausers', mickey),
  'dynamodb:GetItem': (person) => person.get(unknown),
  'dynamodb:Query': (person) => person.get('pwausers'),
  'dynamodb:Query on an index': (person) => person.get('pwausers/responses'),
  async 'dynamodb:BatchGetItem'(person) {
    const { id } = await submitted(person);
    await person.send('DELETE', `pwausers/${id}`);
    return person.get('pwausers?withdrawn=true');
  },
  async 'dynamodb:UpdateItem'(person) {
    const { id } = await submitted(person);
    return person.send('PUT', `pwausers/${id}`, {
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
      body: JSON.stringify(mickey),
    });
  },
};

/** Other permissions that the same request needs. */
const alsoNeeds: Record<string, readonly string[]> = {
  'dynamodb:PutItem': ['dynamodb:GetItem'],
  'dynamodb:UpdateItem': ['dynamodb:PutItem', 'dynamodb:GetItem'],
  'dynamodb:Query on an index': ['dynamodb:Query'],
  'dynamodb:BatchGetItem': [
    'dynamodb:PutItem',
    'dynamodb:GetItem',
    'dynamodb:UpdateItem',
    'dynamodb:Query',
  ],
};

async function submitted(person: SignedInPerson): Promise<{ readonly id: string }> {
  return (await (await person.submit('pwausers', mickey)).json()) as { id: string };
}

test('every permission is needed by a request', { tags: 'permissions-all-needed' }, async () => {
  const granted = new Set<string>();
  await using _ = await startTestBackend((resource) => {
    for (const statement of statementsOf('api', resource))
      for (const right of rightsIn(statement)) granted.add(right);
  });
  expect([...granted].filter((it) => it.startsWith('dynamodb:')).toSorted()).toEqual(
    Object.keys(needs).toSorted(),
  );
});

test.each(Object.entries(needs))(
  'without %s the request that needs it fails, and says why in the log',
  { tags: 'permission-missing' },
  async (missing, send) => {
    await using backend = await startTestBackend((resource) => {
      for (const statement of statementsOf('api', resource))
        statement.Action = rightsIn(statement)
          .filter((it) => it !== missing)
          .map(actionOf);
    });
    const person = await signInAs(backend.cloud, 'mickey@example.com', ['owners']);
    expect((await send(person)).status).toBe(500);
    const log = backend.log.join('\n');
    expect(log).toContain('AccessDeniedException');
    expect(log).toContain(actionOf(missing));
    const others = Object.entries(needs).filter(
      ([it]) => it !== missing && !alsoNeeds[it]?.includes(missing),
    );
    for (const [name, other] of others) expect((await other(person)).status, name).not.toBe(500);
  },
);
