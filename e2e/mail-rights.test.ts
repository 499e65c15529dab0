import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { refuseUndeployable } from '../local/deployable.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { resolveAssembly } from '../local/template/resolve.ts';
import { mailsIn } from './inbox.ts';
import { signInAs } from './person.ts';
import { rightsIn, statementsOf } from './policy.ts';
import { openWorld, synthesizedIn, type Change } from './world.ts';

/** Without these AWS makes no mapping, or the function knows no key: nothing is deployed. */
const neededToDeploy = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
  'sqs:SendMessage',
  'ssm:GetParameters',
];

/** Without these the function runs, and sends nothing. */
const neededToSend = ['dynamodb:PutItem', 'dynamodb:GetItem'];

test('every right of the mail function is needed: to deploy, or to send', async () => {
  const granted = new Set<string>();
  const folder = mkdtempSync(join(tmpdir(), 'formstead-rights-'));
  const assembly = await synthesizedIn(folder, (resource) => {
    for (const statement of statementsOf('mail', resource))
      for (const right of rightsIn(statement)) granted.add(right);
  });
  const { resources } = resolveAssembly(readAssembly(assembly));
  rmSync(folder, { recursive: true });
  expect([...granted].toSorted()).toEqual([...neededToDeploy, ...neededToSend].toSorted());
  expect(() => refuseUndeployable(resources)).not.toThrow();
  for (const missing of neededToDeploy) {
    const fewer = structuredClone(resources);
    for (const it of fewer) without(missing)({ Type: it.type, Properties: it.properties }, {});
    expect(() => refuseUndeployable(fewer)).toThrow(wordsFor(missing));
  }
});

test.each(neededToSend)(
  'without %s no mail is sent, the log says why, and people are answered as ever',
  async (right) => {
    await using world = await openWorld(without(right));
    const person = await signInAs(world.cloud, 'author@example.com');
    const answers = { fname: 'Mickey', lname: 'Mouse' };
    expect((await person.submit('pwausers', answers)).status).toBe(201);
    const said = () => world.log.join('\n');
    for (let tries = 0; tries < 100 && !said().includes('"outcome":"stuck"'); tries += 1)
      await wait(100);
    expect(said()).toContain(`is not authorized to perform: ${right}`);
    expect(said()).toContain('AccessDeniedException');
    expect(await mailsIn(world.cloud)).toEqual([]);
  },
);

function without(missing: string): Change {
  return (resource) => {
    for (const statement of statementsOf('mail', resource))
      statement.Action = rightsIn(statement).filter((it) => it !== missing);
  };
}

function wordsFor(missing: string): string {
  return missing === 'ssm:GetParameters' ? 'may not read its secret' : `may not ${missing} on`;
}
