import { expect, test } from 'vitest';
import { signInAs, type Person } from './person.ts';
import { actionOf, rightsIn, statementsOf } from './policy.ts';
import { openWorld } from './world.ts';

const unknown = 'pwausers/018f3c2e-7b1a-7000-8000-0123456789ab';
const mickey = { fname: 'Mickey', lname: 'Mouse' };

/** What needs each of the API function's rights. A right that nothing needs should not be granted. */
const needs: Record<string, (person: Person) => Promise<Response>> = {
  'dynamodb:PutItem': (person) => person.submit('pwausers', mickey),
  'dynamodb:GetItem': (person) => person.get(unknown),
  'dynamodb:Query': (person) => person.get('pwausers'),
  'dynamodb:Query on an index': (person) => person.get('pwausers/responses'),
  async 'dynamodb:BatchGetItem'(person) {
    const { id } = await submitted(person);
    await person.send('DELETE', `pwausers/${id}`);
    return person.get('pwausers?deleted=true');
  },
  async 'dynamodb:UpdateItem'(person) {
    const { id } = await submitted(person);
    return person.send('PUT', `pwausers/${id}`, {
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
      body: JSON.stringify(mickey),
    });
  },
};

/** What a right's request needs besides. */
const alsoNeeds: Record<string, readonly string[]> = {
  'dynamodb:PutItem': ['dynamodb:GetItem'],
  'dynamodb:UpdateItem': ['dynamodb:PutItem', 'dynamodb:GetItem'],
  'dynamodb:BatchGetItem': [
    'dynamodb:PutItem',
    'dynamodb:GetItem',
    'dynamodb:UpdateItem',
    'dynamodb:Query',
  ],
};

async function submitted(person: Person): Promise<{ readonly id: string }> {
  return (await (await person.submit('pwausers', mickey)).json()) as { id: string };
}

test('every right granted is needed by a request', async () => {
  const granted = new Set<string>();
  await using _ = await openWorld((resource) => {
    for (const statement of statementsOf('api', resource))
      for (const right of rightsIn(statement)) granted.add(right);
  });
  expect([...granted].filter((it) => it.startsWith('dynamodb:')).toSorted()).toEqual(
    Object.keys(needs).toSorted(),
  );
});

test.each(Object.entries(needs))(
  'without %s the request that needs it fails, and says why in the log',
  async (missing, send) => {
    await using world = await openWorld((resource) => {
      for (const statement of statementsOf('api', resource))
        statement.Action = rightsIn(statement)
          .filter((it) => it !== missing)
          .map(actionOf);
    });
    const person = await signInAs(world.cloud, 'mickey@example.com', ['owners']);
    expect((await send(person)).status).toBe(500);
    const log = world.log.join('\n');
    expect(log).toContain('AccessDeniedException');
    expect(log).toContain(actionOf(missing));
    const others = Object.entries(needs).filter(
      ([it]) => it !== missing && !alsoNeeds[it]?.includes(missing),
    );
    for (const [, other] of others) expect((await other(person)).status).not.toBe(500);
  },
);
