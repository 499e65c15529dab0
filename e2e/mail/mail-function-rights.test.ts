import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refuseMissingPermissions } from '../../packages/amplify-local/check-permissions.ts';
import { readAssembly } from '../../packages/amplify-local/template/assembly.ts';
import { resolveAssembly } from '../../packages/amplify-local/resolve-assembly.ts';
import { mailsIn } from '../testing/backend/read-mails.ts';
import { signInAs } from '../testing/backend/signed-in-person.ts';
import { rightsIn, statementsOf } from '../testing/backend/iam-grants.ts';
import {
  startTestBackend,
  synthesizeInto,
  type TemplateChange,
} from '../testing/backend/test-backend.ts';

/** Without these, AWS creates no event source mapping, or the function has no API key: the deployment fails. */
const neededToDeploy = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
  'sqs:SendMessage',
  'ssm:GetParameters',
];

/** Without these, the function runs but sends nothing. */
const neededToSend = ['dynamodb:PutItem', 'dynamodb:GetItem'];

test('every permission of the mail function is needed, to deploy or to send', async () => {
  const granted = new Set<string>();
  const folder = mkdtempSync(join(tmpdir(), 'formstead-rights-'));
  const assembly = await synthesizeInto(folder, (resource) => {
    for (const statement of statementsOf('mail', resource))
      for (const right of rightsIn(statement)) granted.add(right);
  });
  const { resources } = resolveAssembly(readAssembly(assembly));
  rmSync(folder, { recursive: true });
  expect([...granted].toSorted()).toEqual([...neededToDeploy, ...neededToSend].toSorted());
  expect(() => refuseMissingPermissions(resources)).not.toThrow();
  for (const missing of neededToDeploy) {
    const fewer = structuredClone(resources);
    for (const it of fewer) withoutRight(missing)({ Type: it.type, Properties: it.properties }, {});
    expect(() => refuseMissingPermissions(fewer)).toThrow(denialMessage(missing));
  }
});

test.each(neededToSend)(
  'without %s no mail is sent, the log says why, and people are answered as ever',
  async (right) => {
    await using backend = await startTestBackend(withoutRight(right));
    const person = await signInAs(backend.cloud, 'author@example.com');
    const answers = { fname: 'Mickey', lname: 'Mouse' };
    expect((await person.submit('pwausers', answers)).status).toBe(201);
    const logText = () => backend.log.join('\n');
    await expect.poll(logText).toContain('"outcome":"stuck"');
    expect(logText()).toContain(`is not authorized to perform: ${right}`);
    expect(logText()).toContain('AccessDeniedException');
    expect(await mailsIn(backend.cloud)).toEqual([]);
  },
);

function withoutRight(missing: string): TemplateChange {
  return (resource) => {
    for (const statement of statementsOf('mail', resource))
      statement.Action = rightsIn(statement).filter((it) => it !== missing);
  };
}

function denialMessage(missing: string): string {
  return missing === 'ssm:GetParameters' ? 'may not read its secret' : `may not ${missing} on`;
}
