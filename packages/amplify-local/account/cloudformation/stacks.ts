import { failWith } from '../../machine/aws-failure.ts';
import type { LocalBackend } from '../../start-backend.ts';
import { stackIdOf } from '../../template/pseudo-parameters.ts';
import { createDeployer, type DeployerDeps } from './deployer.ts';
import { openJournal } from './event-journal.ts';
import { newStack } from './deployment-progress.ts';
import type { StackRecord } from './stack-records.ts';
import { parseTemplate } from './uploaded-assembly.ts';

export type StackInput = {
  readonly name: string;
  readonly template: string;
  readonly tags: Readonly<Record<string, string>>;
};

/** The stacks of an account. As in AWS, operations continue after the request is answered. */
export type Stacks = {
  /** Returns the id of the stack, which is still being created. */
  create(input: StackInput): Promise<string>;
  update(input: StackInput): Promise<string>;
  delete(name: string): Promise<void>;
  /** The running backend, if one is deployed. */
  running(): LocalBackend | undefined;
  /** Resolves once no operation is in progress. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

type Deps = DeployerDeps & { readonly log: (line: string) => void };

/** Opens the stored stacks and starts the deployed one again. */
export async function openStacks(deps: Deps): Promise<Stacks> {
  const { records, log } = deps;
  const journal = openJournal(records);
  const deployer = createDeployer(journal, deps);
  let inProgress: Promise<void> = Promise.resolve();

  const currentRoot = (): StackRecord | undefined =>
    records.all().find(({ rootId, deletedAt }) => !rootId && deletedAt === undefined);
  const interrupted = currentRoot();
  if (interrupted) {
    // A stack that cannot start again can still be deleted.
    await deployer.resume(interrupted).catch((error: unknown) => logError(interrupted.name, error));
    await records.save();
  }

  /** Resolves once the operation is stored as begun. It runs on in the background and always ends, even if its rollback fails. */
  async function begin(id: string, status: string, work: () => Promise<void>): Promise<void> {
    journal.ofStack(id, status, 'User Initiated');
    await records.save();
    inProgress = work()
      .catch((error: unknown) => {
        logError(id, error);
        const failed = records.find(id)?.status.replace('_IN_PROGRESS', '_FAILED');
        if (failed !== undefined) journal.ofStack(id, failed, String(error));
      })
      .then(() => records.save())
      .catch((error: unknown) => logError(id, error));
  }

  function logError(what: string, error: unknown): void {
    log(`CloudFormation: ${what}: ${String(error)}`);
  }

  return {
    async create({ name, template, tags }) {
      refuseUnreadable(template);
      const existing = currentRoot();
      if (existing?.name === name)
        return failWith('AlreadyExistsException', `Stack [${name}] already exists`);
      if (existing)
        return failWith(
          'LimitExceededException',
          `The local account runs one stack, and has ${existing.name}: delete that first.`,
        );
      const id = stackIdOf({ name, path: '' });
      for (const old of records.all()) if (old.rootId === id) records.forget(old.id);
      const stack = { ...newStack({ id, name }), tags };
      records.put(stack);
      await begin(id, 'CREATE_IN_PROGRESS', () => deployer.create(stack, template));
      return id;
    },

    async update({ name, template }) {
      refuseUnreadable(template);
      const stack = records.find(name);
      if (!stack || stack.deletedAt !== undefined)
        return failWith('ValidationError', `Stack [${name}] does not exist`);
      if (!deployer.running()) return refuseBusy(stack);
      refuseWhileBusy(stack);
      if (stack.template === template)
        return failWith('ValidationError', 'No updates are to be performed.');
      await begin(stack.id, 'UPDATE_IN_PROGRESS', () => deployer.update(stack, template));
      return stack.id;
    },

    async delete(name) {
      const stack = records.find(name);
      // As in AWS, deleting a stack that does not exist succeeds.
      if (!stack || stack.deletedAt !== undefined) return;
      if (stack.rootId)
        failWith('ValidationError', `${stack.name} is nested: delete its root stack instead.`);
      refuseWhileBusy(stack);
      await begin(stack.id, 'DELETE_IN_PROGRESS', () => deployer.remove(stack));
    },

    running: () => deployer.running(),
    settled: () => inProgress,
    async close() {
      await inProgress;
      await deployer.running()?.close();
    },
  };
}

function refuseUnreadable(template: string): void {
  try {
    parseTemplate(template);
  } catch (error) {
    failWith('ValidationError', (error as Error).message);
  }
}

function refuseWhileBusy(stack: StackRecord): void {
  if (stack.status.endsWith('_IN_PROGRESS')) refuseBusy(stack);
}

function refuseBusy({ id, status }: StackRecord): never {
  return failWith('ValidationError', `Stack:${id} is in ${status} state and can not be updated.`);
}
