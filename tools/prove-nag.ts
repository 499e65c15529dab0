/**
 * `npm run prove:nag`: the AwsSolutions and Serverless checklists on the backend as it is deployed to
 * production, to a preview and to a sandbox. Each finding is acknowledged with a reason, or fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acknowledged, isAbout, type Finding } from './nag/acknowledged.ts';

const deployments = [
  { type: 'branch', name: 'main' },
  { type: 'branch', name: 'pr-7' },
  { type: 'sandbox', name: 'local' },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'formstead-nag-'));
const findings = deployments.flatMap(findingsIn);
rmSync(folder, { recursive: true });

const open = findings.filter((it) => !acknowledged.some((known) => isAbout(known, it)));
const stale = acknowledged.filter((known) => !findings.some((it) => isAbout(known, it)));
for (const { rule, because } of acknowledged) say(`  ${rule}: ${because}`);
for (const { rule, path, says } of open) say(`✗ ${rule} at ${path}: ${says}`);
for (const { rule, where } of stale) say(`✗ ${rule} is found no more at ${String(where)}`);
say(
  `\n${findings.length} findings in ${deployments.length} deployments: ` +
    `${findings.length - open.length} acknowledged by ${acknowledged.length} reasons, ${open.length} open, ` +
    `${stale.length} reasons stale`,
);
process.exitCode = open.length + stale.length > 0 ? 1 : 0;

function findingsIn({ type, name }: (typeof deployments)[number]): readonly Finding[] {
  const file = join(folder, `${name}.json`);
  const { status, stderr } = spawnSync(process.execPath, ['tools/nag/findings.ts', file], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ALARMS_MAIL: 'alarms@example.com',
      AMPLIFY_DISABLE_TELEMETRY: '1',
      CDK_OUTDIR: join(folder, name),
      CDK_CONTEXT_JSON: JSON.stringify({
        'amplify-backend-namespace': 'formstead',
        'amplify-backend-name': name,
        'amplify-backend-type': type,
        'aws:cdk:bundling-stacks': [],
      }),
    },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(file, 'utf8')) as Finding[];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
