import { randomUUID } from 'node:crypto';
import type { Records, StackRecord } from './records.ts';

/** Writes down what happens, for whoever asks CloudFormation meanwhile. */
export type Journal = {
  /** Says it of a resource, in its stack. */
  ofResource(stackId: string, happened: Happened): void;
  /** Says it of a stack. */
  ofStack(stackId: string, status: string, reason?: string): void;
};

export type Happened = {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
  readonly reason?: string;
};

/** Enough for several deployments of everything. */
const remembered = 500;

export function openJournal(records: Records, now: () => number = Date.now): Journal {
  function write(stack: StackRecord, happened: Happened): void {
    const at = now();
    stack.events = [...stack.events, { ...happened, at, id: randomUUID() }].slice(-remembered);
    // Whoever waits for the end of it saves again, and hears of it.
    records.save().catch(() => {});
  }

  return {
    ofResource(stackId, happened) {
      const stack = records.find(stackId);
      if (!stack) throw new Error(`${stackId} is not among the stacks.`);
      const { logicalId, ...rest } = happened;
      if (happened.status === 'DELETE_COMPLETE') delete stack.resources[logicalId];
      else stack.resources[logicalId] = { ...rest, at: now() };
      write(stack, happened);
    },

    ofStack(stackId, status, reason) {
      const stack = records.find(stackId);
      if (!stack) throw new Error(`${stackId} is not among the stacks.`);
      stack.status = status;
      delete stack.reason;
      if (reason !== undefined) stack.reason = reason;
      write(stack, {
        logicalId: stack.name,
        type: 'AWS::CloudFormation::Stack',
        physicalId: stack.id,
        status,
        ...(reason !== undefined && { reason }),
      });
    },
  };
}
