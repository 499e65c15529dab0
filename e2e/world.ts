import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud, type Ports } from '../local/cloud.ts';
import { synthesize } from '../local/template/synthesize.ts';
import { takeAway } from './policy.ts';

/** A resource as CDK wrote it, to be changed before the cloud reads it. */
type Declared = { Type: string; Properties: Record<string, unknown> };

/** Alters a resource of the template before the cloud reads it, or puts others beside it. */
export type Change = (resource: Declared, siblings: Record<string, Declared>) => void;

/** A whole backend of its own, in a folder of its own, on ports of its own. */
export type World = AsyncDisposable & {
  readonly cloud: Cloud;
  readonly folder: string;
  /** Every line the cloud logged. */
  readonly log: readonly string[];
};

/**
 * @param prepare does more to what was synthesized than a change of resources can
 * @param ports those that have to be these; any others when left out
 */
export async function openWorld(
  change: Change = () => {},
  prepare: (assembly: string) => void = () => {},
  ports: Partial<Ports> = {},
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-world-'));
  const assembly = await synthesizedIn(folder, change);
  prepare(assembly);
  const log: string[] = [];
  const cloud = await startCloud({
    assembly,
    state: join(folder, 'state'),
    ports: { api: 0, cognito: 0, inbox: 0, aws: 0, ...ports },
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

/** The backend's own CloudFormation, with the change made to every resource it fits; `npm run prove:iam` takes a grant away. */
export async function synthesizedIn(folder: string, change: Change = () => {}): Promise<string> {
  const assembly = join(folder, 'cdk.out');
  const once = process.env['FORMSTEAD_SYNTHESIZED'];
  const synthesis = once ? copied(once, assembly) : await synthesize(assembly);
  if (!synthesis.ok) throw new Error(synthesis.message);
  for (const file of readdirSync(assembly).filter((it) => it.endsWith('.template.json'))) {
    const template = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as {
      Resources: Record<string, Declared>;
    };
    const missing = process.env['FORMSTEAD_WITHOUT'];
    for (const resource of Object.values(template.Resources)) {
      if (missing !== undefined) takeAway(missing, resource);
      change(resource, template.Resources);
    }
    writeFileSync(join(assembly, file), JSON.stringify(template));
  }
  return assembly;
}

/** All journeys begin with the same backend: `once.ts`. */
function copied(from: string, to: string): { readonly ok: true } {
  cpSync(from, to, { recursive: true });
  return { ok: true };
}
