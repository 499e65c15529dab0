import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startBackend,
  type LocalBackend,
  type Ports,
} from '../../../packages/amplify-local/start-backend.ts';
import { synthesize } from '../../../packages/amplify-local/synthesis/synthesize.ts';
import { removeGrant } from './iam-grants.ts';

/** A resource as CDK synthesized it, to be changed before the cloud reads it. */
type Declared = { Type: string; Properties: Record<string, unknown> };

/** Changes a resource of the template, or adds others, before the cloud reads it. */
export type TemplateChange = (resource: Declared, siblings: Record<string, Declared>) => void;

/** A complete backend in a folder of its own, on its own ports. */
export type TestBackend = AsyncDisposable & {
  readonly cloud: LocalBackend;
  readonly folder: string;
  /** Every line that the cloud logged. */
  readonly log: readonly string[];
};

/**
 * @param changeAssembly changes the synthesized files beyond single resources
 * @param ports fixed ports; any free ones by default
 */
export async function startTestBackend(
  change: TemplateChange = () => {},
  changeAssembly: (assembly: string) => void = () => {},
  ports: Partial<Ports> = {},
): Promise<TestBackend> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-backend-'));
  const assembly = await synthesizeInto(folder, change);
  changeAssembly(assembly);
  const log: string[] = [];
  const cloud = await startBackend({
    assembly,
    state: join(folder, 'state'),
    ports: { api: 0, cognito: 0, inbox: 0, aws: 0, s3: 0, ...ports },
    log: (line) => void log.push(line),
  });
  return {
    cloud,
    folder,
    log,
    async [Symbol.asyncDispose]() {
      await cloud.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Synthesizes the backend and applies a change to every resource. `npm run verify -- iam` also removes a grant. */
export async function synthesizeInto(
  folder: string,
  change: TemplateChange = () => {},
): Promise<string> {
  const assembly = join(folder, 'cdk.out');
  const synthesized = process.env['FORMSTEAD_SYNTHESIZED'];
  const synthesis = synthesized ? copyAssembly(synthesized, assembly) : await synthesize(assembly);
  if (!synthesis.ok) throw new Error(synthesis.message);
  for (const file of readdirSync(assembly).filter((it) => it.endsWith('.template.json'))) {
    const template = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as {
      Resources: Record<string, Declared>;
    };
    const missing = process.env['FORMSTEAD_WITHOUT'];
    for (const resource of Object.values(template.Resources)) {
      if (missing !== undefined) removeGrant(missing, resource);
      change(resource, template.Resources);
    }
    writeFileSync(join(assembly, file), JSON.stringify(template));
  }
  return assembly;
}

/** Copies the backend that `global-setup.ts` synthesized for all tests. */
function copyAssembly(from: string, to: string): { readonly ok: true } {
  cpSync(from, to, { recursive: true });
  return { ok: true };
}
