import { expect, test } from 'vitest';
import { signInAs, type Person } from './person.ts';
import { openWorld } from './world.ts';

type Statement = { Action: string | string[] };

/** What needs each of the function's rights. A right that nothing needs should not be granted. */
const needs: Record<string, (person: Person) => Promise<Response>> = {
  'dynamodb:PutItem': (person) => person.submit('pwausers', { fname: 'Mickey', lname: 'Mouse' }),
  'dynamodb:GetItem': (person) => person.get('pwausers/018f3c2e-7b1a-7000-8000-0123456789ab'),
  'dynamodb:Query': (person) => person.get('pwausers'),
};

test('every right granted is needed by a request', async () => {
  const granted = new Set<string>();
  await using _ = await openWorld((resource) => {
    for (const { Action } of statementsIn(resource))
      for (const action of [Action].flat()) granted.add(action);
  });
  expect([...granted].filter((it) => it.startsWith('dynamodb:')).toSorted()).toEqual(
    Object.keys(needs).toSorted(),
  );
});

test.each(Object.entries(needs))(
  'without %s the request that needs it fails, and says why in the log',
  async (action, send) => {
    await using world = await openWorld((resource) => {
      for (const statement of statementsIn(resource))
        statement.Action = [statement.Action].flat().filter((it) => it !== action);
    });
    const person = await signInAs(world.cloud, 'mickey@example.com');
    expect((await send(person)).status).toBe(500);
    const log = world.log.join('\n');
    expect(log).toContain('AccessDeniedException');
    expect(log).toContain(action);
    const others = Object.entries(needs).filter(([it]) => it !== action);
    for (const [, other] of others) expect((await other(person)).status).not.toBe(500);
  },
);

function statementsIn({
  Type,
  Properties,
}: {
  Type: string;
  Properties: Record<string, unknown>;
}): Statement[] {
  if (Type !== 'AWS::IAM::Policy') return [];
  return (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement;
}
