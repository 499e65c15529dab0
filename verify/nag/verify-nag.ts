/**
 * `npm run verify -- nag`: runs the AwsSolutions and Serverless checklists on the backend as deployed to
 * production, to a preview and to a sandbox. Every finding must be acknowledged with a reason.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acknowledged, acknowledges, type Finding } from './acknowledged-findings.ts';

const deployments = [
  { type: 'branch', name: 'main' },
  { type: 'branch', name: 'pr-7' },
  { type: 'sandbox', name: 'local' },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'formstead-nag-'));
const findings = deployments.flatMap(findingsIn);
rmSync(folder, { recursive: true });

const open = findings.filter((it) => !acknowledged.some((known) => acknowledges(known, it)));
const stale = acknowledged.filter((known) => !findings.some((it) => acknowledges(known, it)));
for (const { rule, because } of acknowledged) print(`  ${rule}: ${because}`);
for (const { rule, path, description } of open) print(`✗ ${rule} at ${path}: ${description}`);
for (const { rule, where } of stale) print(`✗ ${rule} is found no more at ${String(where)}`);
print(
  `\n${findings.length} findings in ${deployments.length} deployments: ` +
    `${findings.length - open.length} acknowledged by ${acknowledged.length} reasons, ${open.length} open, ` +
    `${stale.length} reasons stale`,
);
process.exitCode = open.length + stale.length > 0 ? 1 : 0;

function findingsIn({ type, name }: (typeof deployments)[number]): readonly Finding[] {
  const file = join(folder, `${name}.json`);
  const { status, stderr } = spawnSync(process.execPath, ['verify/nag/list-findings.ts', file], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ALARMS_MAIL: 'alarms@example.com',
      SCAN_FILES: 'yes',
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
