import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cloud } from '../cloud.ts';
import type { Bucket } from '../s3/buckets.ts';
import type { Assembly } from '../template/assembly.ts';
import { stackIdOf } from '../template/pseudo-parameters.ts';
import { resolveAssembly } from '../template/resolve.ts';
import { changesBetween, nothing, stacksIn, type Change, type Deployed } from './changes.ts';
import type { Journal } from './journal.ts';
import { startProgress, type Progress } from './progress.ts';
import { refuseProtected } from './protected.ts';
import type { Records, StackRecord } from './records.ts';
import { dropTables } from './tables.ts';
import { uploadedAssembly } from './uploaded.ts';

export type DeployerDeps = {
  readonly records: Records;
  readonly bucket: Bucket;
  /** Where functions' code and the stacks' data lie. */
  readonly folder: string;
  /** Brings up what a template describes, over the data in a folder. */
  readonly bringUp: (
    assembly: Assembly,
    state: string,
    onUp: (part: string) => void,
  ) => Promise<Cloud>;
};

/** Carries out what is asked of a stack, to its last event; what goes wrong with it is told there. */
export type Deployer = {
  running(): Cloud | undefined;
  /** Makes the stack; if that fails, what was made of it is gone. */
  make(stack: StackRecord, template: string): Promise<void>;
  /** Makes it another; if that fails, it is what it was. Data stays, but for that of tables taken out. */
  change(stack: StackRecord, template: string): Promise<void>;
  /** Ends it, and all its data. */
  remove(stack: StackRecord): Promise<void>;
  /** Goes on where the account was stopped: what was begun is undone, but a deletion is finished. */
  resume(stack: StackRecord): Promise<void>;
};

type Running = { readonly cloud: Cloud; readonly assembly: Assembly };

export function createDeployer(
  journal: Journal,
  { records, bucket, folder, bringUp }: DeployerDeps,
): Deployer {
  let running: Running | undefined;
  const stateOf = ({ name }: StackRecord) => join(folder, 'stacks', name);
  const uploaded = ({ name }: StackRecord, template: string) =>
    uploadedAssembly({ name, template }, { bucket, codeFolder: join(folder, 'code') });
  const follow = (stack: StackRecord, changes: readonly Change[]) =>
    startProgress(changes, stack, { records, journal });

  return {
    running: () => running?.cloud,

    async make(stack, template) {
      let progress: Progress | undefined;
      try {
        const assembly = await uploaded(stack, template);
        progress = follow(stack, changesBetween(nothing, deployed(assembly)));
        running = { cloud: await bringUp(assembly, stateOf(stack), progress.up), assembly };
        progress.done();
        remember(stack, template, running);
        journal.ofStack(stack.id, 'CREATE_COMPLETE');
      } catch (error) {
        const reason = whyFailed(progress, error);
        journal.ofStack(stack.id, 'ROLLBACK_IN_PROGRESS', reason);
        await rm(stateOf(stack), { recursive: true, force: true });
        progress?.gone(['CREATE']);
        journal.ofStack(stack.id, 'ROLLBACK_COMPLETE');
      }
    },

    async change(stack, template) {
      if (!running) throw new Error(`${stack.name} does not run.`);
      const was = running;
      let progress: Progress | undefined;
      let changes: readonly Change[] = [];
      try {
        const assembly = await uploaded(stack, template);
        changes = changesBetween(deployed(was.assembly), deployed(assembly));
        progress = follow(stack, changes);
        await was.cloud.update(assembly, progress.up);
        progress.done();
        journal.ofStack(stack.id, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
        await dropTables(was.cloud, changes, 'DELETE');
        progress.gone(['DELETE']);
        running = { cloud: was.cloud, assembly };
        remember(stack, template, running);
        journal.ofStack(stack.id, 'UPDATE_COMPLETE');
      } catch (error) {
        const reason = whyFailed(progress, error);
        journal.ofStack(stack.id, 'UPDATE_ROLLBACK_IN_PROGRESS', reason);
        await was.cloud.update(was.assembly);
        await dropTables(was.cloud, changes, 'CREATE');
        progress?.gone(['CREATE']);
        journal.ofStack(stack.id, 'UPDATE_ROLLBACK_COMPLETE');
      }
    },

    remove,

    async resume(stack) {
      const stopped = 'The local account was stopped in the middle of it.';
      if (stack.status === 'ROLLBACK_COMPLETE') return;
      if (stack.status === 'DELETE_IN_PROGRESS') return remove(stack);
      if (/^(CREATE_IN_PROGRESS|ROLLBACK_)/.test(stack.status)) {
        await rm(stateOf(stack), { recursive: true, force: true });
        return journal.ofStack(stack.id, 'ROLLBACK_COMPLETE', stopped);
      }
      const assembly = await uploaded(stack, stack.template);
      running = { cloud: await bringUp(assembly, stateOf(stack), () => {}), assembly };
      remember(stack, stack.template, running);
      if (stack.status.endsWith('_IN_PROGRESS'))
        journal.ofStack(stack.id, 'UPDATE_ROLLBACK_COMPLETE', stopped);
    },
  };

  async function remove(stack: StackRecord): Promise<void> {
    const was = running && { ...running, ...deployed(running.assembly) };
    const forbidden = was && whyProtected(was);
    if (forbidden !== undefined) return journal.ofStack(stack.id, 'DELETE_FAILED', forbidden);
    running = undefined;
    await was?.cloud.close();
    await rm(stateOf(stack), { recursive: true, force: true });
    if (was) follow(stack, changesBetween(was, nothing)).gone(['DELETE']);
    stack.deletedAt = Date.now();
    journal.ofStack(stack.id, 'DELETE_COMPLETE');
  }

  /** What is told of a stack, and of those in it, once it runs. */
  function remember(stack: StackRecord, template: string, { cloud, assembly }: Running): void {
    for (const one of stacksIn(assembly.root)) {
      const record = records.find(stackIdOf(one));
      if (record) record.template = JSON.stringify(one.template);
    }
    Object.assign(stack, { template, outputs: cloud.stackOutputs(), updatedAt: Date.now() });
  }
}

function deployed(assembly: Assembly): Deployed {
  return { root: assembly.root, resources: resolveAssembly(assembly).resources };
}

function whyFailed(progress: Progress | undefined, error: unknown): string {
  return progress ? progress.failed(messageOf(error)) : messageOf(error);
}

function whyProtected({ resources }: Deployed): string | undefined {
  try {
    refuseProtected(resources);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
