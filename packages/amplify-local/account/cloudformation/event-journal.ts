import { randomUUID } from 'node:crypto';
import type { Records, StackRecord } from './stack-records.ts';

/** Records events in the stacks, where DescribeStackEvents finds them. */
export type Journal = {
  /** Records an event of a resource in its stack. */
  ofResource(stackId: string, event: ResourceEvent): void;
  /** Records an event of a stack. */
  ofStack(stackId: string, status: string, reason?: string): void;
};

export type ResourceEvent = {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
  readonly reason?: string;
};

/** Enough for several deployments of everything. */
const mostEvents = 500;

export function openJournal(records: Records, now: () => number = Date.now): Journal {
  function write(stack: StackRecord, event: ResourceEvent): void {
    const at = now();
    stack.events = [...stack.events, { ...event, at, id: randomUUID() }].slice(-mostEvents);
    // Not awaited: the operation saves again at its end, and a failure shows there.
    records.save().catch(() => {});
  }

  return {
    ofResource(stackId, event) {
      const stack = records.find(stackId);
      if (!stack) throw new Error(`${stackId} is not among the stacks.`);
      const { logicalId, ...rest } = event;
      if (event.status === 'DELETE_COMPLETE') delete stack.resources[logicalId];
      else stack.resources[logicalId] = { ...rest, at: now() };
      write(stack, event);
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
