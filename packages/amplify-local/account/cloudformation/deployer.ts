import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalBackend } from '../../start-backend.ts';
import type { Bucket } from '../buckets.ts';
import type { Assembly } from '../../template/assembly.ts';
import { stackIdOf } from '../../template/pseudo-parameters.ts';
import { resolveAssembly } from '../../resolve-assembly.ts';
import {
  changesBetween,
  noDeployment,
  stacksIn,
  type Change,
  type Deployment,
} from './deployment-changes.ts';
import type { Journal } from './event-journal.ts';
import { startProgress, type Progress } from './deployment-progress.ts';
import { refuseProtected } from './deletion-protection.ts';
import type { Records, StackRecord } from './stack-records.ts';
import { dropData } from './drop-data.ts';
import { uploadedAssembly } from './uploaded-assembly.ts';

export type DeployerDeps = {
  readonly records: Records;
  readonly bucket: Bucket;
  /** The folder for functions' code and the stacks' data. */
  readonly folder: string;
  /** Starts what a template describes, with its data in a folder. */
  readonly bringUp: (
    assembly: Assembly,
    state: string,
    onUp: (part: string) => void,
  ) => Promise<LocalBackend>;
};

/** Carries out operations on a stack to their last event. Failures are reported as events. */
export type Deployer = {
  running(): LocalBackend | undefined;
  /** Creates the stack; on failure removes everything it created. */
  create(stack: StackRecord, template: string): Promise<void>;
  /** Updates the stack; on failure rolls back. Data is kept, except that of removed tables. */
  update(stack: StackRecord, template: string): Promise<void>;
  /** Deletes the stack and all its data. */
  remove(stack: StackRecord): Promise<void>;
  /** Continues after a restart of the account: undoes an unfinished operation, but finishes a deletion. */
  resume(stack: StackRecord): Promise<void>;
};

type Running = { readonly cloud: LocalBackend; readonly assembly: Assembly };

export function createDeployer(
  journal: Journal,
  { records, bucket, folder, bringUp }: DeployerDeps,
): Deployer {
  let running: Running | undefined;
  const stateOf = ({ name }: StackRecord) => join(folder, 'stacks', name);
  const uploaded = ({ name }: StackRecord, template: string) =>
    uploadedAssembly({ name, template }, { bucket, codeFolder: join(folder, 'code') });
  const trackProgress = (stack: StackRecord, changes: readonly Change[]) =>
    startProgress(changes, stack, { records, journal });

  return {
    running: () => running?.cloud,

    async create(stack, template) {
      let progress: Progress | undefined;
      try {
        const assembly = await uploaded(stack, template);
        progress = trackProgress(stack, changesBetween(noDeployment, toDeployment(assembly)));
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

    async update(stack, template) {
      if (!running) throw new Error(`${stack.name} does not run.`);
      const previous = running;
      let progress: Progress | undefined;
      let changes: readonly Change[] = [];
      try {
        const assembly = await uploaded(stack, template);
        changes = changesBetween(toDeployment(previous.assembly), toDeployment(assembly));
        progress = trackProgress(stack, changes);
        await previous.cloud.update(assembly, progress.up);
        progress.done();
        journal.ofStack(stack.id, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
        await dropData(previous.cloud, changes, 'DELETE');
        progress.gone(['DELETE']);
        running = { cloud: previous.cloud, assembly };
        remember(stack, template, running);
        journal.ofStack(stack.id, 'UPDATE_COMPLETE');
      } catch (error) {
        const reason = whyFailed(progress, error);
        journal.ofStack(stack.id, 'UPDATE_ROLLBACK_IN_PROGRESS', reason);
        await previous.cloud.update(previous.assembly);
        await dropData(previous.cloud, changes, 'CREATE');
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
    const previous = running && { ...running, ...toDeployment(running.assembly) };
    const forbidden = previous && whyProtected(previous);
    if (forbidden !== undefined) return journal.ofStack(stack.id, 'DELETE_FAILED', forbidden);
    running = undefined;
    await previous?.cloud.close();
    await rm(stateOf(stack), { recursive: true, force: true });
    if (previous) trackProgress(stack, changesBetween(previous, noDeployment)).gone(['DELETE']);
    stack.deletedAt = Date.now();
    journal.ofStack(stack.id, 'DELETE_COMPLETE');
  }

  /** The records of a stack and its nested stacks once it runs. */
  function remember(stack: StackRecord, template: string, { cloud, assembly }: Running): void {
    for (const one of stacksIn(assembly.root)) {
      const record = records.find(stackIdOf(one));
      if (record) record.template = JSON.stringify(one.template);
    }
    Object.assign(stack, { template, outputs: cloud.stackOutputs(), updatedAt: Date.now() });
  }
}

function toDeployment(assembly: Assembly): Deployment {
  return { root: assembly.root, resources: resolveAssembly(assembly).resources };
}

function whyFailed(progress: Progress | undefined, error: unknown): string {
  return progress ? progress.failed(messageOf(error)) : messageOf(error);
}

function whyProtected({ resources }: Deployment): string | undefined {
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
