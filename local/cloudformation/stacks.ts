import { failWith } from '../aws/failure.ts';
import type { Cloud } from '../cloud.ts';
import { stackIdOf } from '../template/pseudo-parameters.ts';
import { createDeployer, type DeployerDeps } from './deployer.ts';
import { openJournal } from './journal.ts';
import { newStack } from './progress.ts';
import type { StackRecord } from './records.ts';
import { templateIn } from './uploaded.ts';

export type Wanted = {
  readonly name: string;
  readonly template: string;
  readonly tags: Readonly<Record<string, string>>;
};

/** The stacks of an account. What is begun here goes on after the answer, as in AWS. */
export type Stacks = {
  /** Gives the id of the stack, which is being made. */
  create(wanted: Wanted): Promise<string>;
  update(wanted: Wanted): Promise<string>;
  delete(name: string): Promise<void>;
  /** The backend that runs; nothing while none is deployed. */
  running(): Cloud | undefined;
  /** Ends when nothing is going on any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

type Deps = DeployerDeps & { readonly log: (line: string) => void };

/** Stacks as they were left, with the one that was deployed running again. */
export async function openStacks(deps: Deps): Promise<Stacks> {
  const { records, log } = deps;
  const journal = openJournal(records);
  const deployer = createDeployer(journal, deps);
  let going: Promise<void> = Promise.resolve();

  const rootThatIs = (): StackRecord | undefined =>
    records.all().find(({ rootId, deletedAt }) => !rootId && deletedAt === undefined);
  const left = rootThatIs();
  if (left) {
    // What cannot be brought up again can still be deleted.
    await deployer.resume(left).catch((error: unknown) => say(left.name, error));
    await records.save();
  }

  /** Answers once it is written down what was asked; even a rollback that fails comes to an end. */
  async function begin(id: string, status: string, work: () => Promise<void>): Promise<void> {
    journal.ofStack(id, status, 'User Initiated');
    await records.save();
    going = work()
      .catch((error: unknown) => {
        say(id, error);
        const failed = records.find(id)?.status.replace('_IN_PROGRESS', '_FAILED');
        if (failed !== undefined) journal.ofStack(id, failed, String(error));
      })
      .then(() => records.save())
      .catch((error: unknown) => say(id, error));
  }

  function say(what: string, error: unknown): void {
    log(`CloudFormation: ${what}: ${String(error)}`);
  }

  return {
    async create({ name, template, tags }) {
      refuseUnreadable(template);
      const there = rootThatIs();
      if (there?.name === name)
        return failWith('AlreadyExistsException', `Stack [${name}] already exists`);
      if (there)
        return failWith(
          'LimitExceededException',
          `The local account runs one stack, and has ${there.name}: delete that first.`,
        );
      const id = stackIdOf({ name, path: '' });
      for (const old of records.all()) if (old.rootId === id) records.forget(old.id);
      const stack = { ...newStack({ id, name }), tags };
      records.put(stack);
      await begin(id, 'CREATE_IN_PROGRESS', () => deployer.make(stack, template));
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
      await begin(stack.id, 'UPDATE_IN_PROGRESS', () => deployer.change(stack, template));
      return stack.id;
    },

    async delete(name) {
      const stack = records.find(name);
      // Deleting what is not there goes well in AWS, too.
      if (!stack || stack.deletedAt !== undefined) return;
      if (stack.rootId)
        failWith('ValidationError', `${stack.name} goes with the stack it is nested in.`);
      refuseWhileBusy(stack);
      await begin(stack.id, 'DELETE_IN_PROGRESS', () => deployer.remove(stack));
    },

    running: () => deployer.running(),
    settled: () => going,
    async close() {
      await going;
      await deployer.running()?.close();
    },
  };
}

function refuseUnreadable(template: string): void {
  try {
    templateIn(template);
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
