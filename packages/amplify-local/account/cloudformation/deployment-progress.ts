import { serviceOf } from '../../supported-resources.ts';
import type { Change } from './deployment-changes.ts';
import type { Journal } from './event-journal.ts';
import type { Records, StackRecord } from './stack-records.ts';

/** Tracks the progress of a deployment and records it as events. */
export type Progress = {
  /** Records that the resources run by this service are created or updated. */
  readonly up: (part: string) => void;
  /** Records that all others are, nested stacks last. */
  done(): void;
  /** Records which resource failed and that the others were cancelled; returns the reason for the stack. */
  failed(message: string): string;
  /** Records that these were deleted. */
  gone(kinds: readonly Change['kind'][]): void;
};

type Deps = { readonly records: Records; readonly journal: Journal };

/** Records the start of every creation and update. */
export function startProgress(
  changes: readonly Change[],
  root: StackRecord,
  { records, journal }: Deps,
): Progress {
  const pending = new Set(changes.filter(({ kind }) => kind !== 'DELETE'));
  for (const change of pending) {
    if (isStack(change) && change.kind === 'CREATE') remember(change);
    if (isStack(change)) journal.ofStack(change.resource.id, `${change.kind}_IN_PROGRESS`);
    recordEvent(change, `${change.kind}_IN_PROGRESS`);
  }
  up('nothing');

  function remember({ resource, stackId }: Change): void {
    const name = resource.id.split('/')[1] ?? resource.id;
    records.put({ ...newStack({ id: resource.id, name }), parentId: stackId, rootId: root.id });
  }

  function recordEvent(
    { resource, logicalId, stackId }: Change,
    status: string,
    reason?: string,
  ): void {
    const { type, id } = resource;
    const event = { logicalId, type, physicalId: id, status };
    journal.ofResource(stackId, reason === undefined ? event : { ...event, reason });
  }

  function end(change: Change, outcome: 'COMPLETE' | 'FAILED', reason?: string): void {
    pending.delete(change);
    const status = `${change.kind}_${outcome}`;
    if (isStack(change)) journal.ofStack(change.resource.id, status, reason);
    recordEvent(change, status, reason);
  }

  function up(part: string): void {
    for (const change of pending)
      if (!isStack(change) && serviceOf(change.resource.type) === part) end(change, 'COMPLETE');
  }

  return {
    up,

    done() {
      for (const change of innermostFirst(pending)) end(change, 'COMPLETE');
    },

    failed(message) {
      const failedChanges = [...pending].filter(
        (change) => !isStack(change) && mentions(message, change.resource.path),
      );
      for (const change of innermostFirst(pending)) {
        const verb = change.kind === 'CREATE' ? 'creation' : 'update';
        end(
          change,
          'FAILED',
          failedChanges.includes(change) ? message : `Resource ${verb} cancelled`,
        );
      }
      if (failedChanges.length === 0) return message;
      const failed = failedChanges.map(({ logicalId }) => logicalId).join(', ');
      return `The following resource(s) failed: [${failed}]. ${message}`;
    },

    gone(kinds) {
      const those = changes.filter(({ kind }) => kinds.includes(kind));
      for (const change of those.filter((it) => !isStack(it))) {
        recordEvent(change, 'DELETE_IN_PROGRESS');
        recordEvent(change, 'DELETE_COMPLETE');
      }
      for (const change of innermostFirst(those.filter(isStack))) {
        journal.ofStack(change.resource.id, 'DELETE_COMPLETE');
        const stack = records.find(change.resource.id);
        if (stack) stack.deletedAt = Date.now();
        recordEvent(change, 'DELETE_COMPLETE');
      }
    },
  };
}

/** A stack without events so far. */
export function newStack(named: Pick<StackRecord, 'id' | 'name'>): StackRecord {
  return {
    ...named,
    status: 'CREATE_IN_PROGRESS',
    template: '{}',
    outputs: {},
    tags: {},
    createdAt: Date.now(),
    resources: {},
    events: [],
  };
}

function isStack({ resource }: Change): boolean {
  return resource.type === 'AWS::CloudFormation::Stack';
}

/** In a list of changes, outer stacks come before nested ones. */
function innermostFirst(changes: Iterable<Change>): readonly Change[] {
  const all = [...changes];
  return [...all.filter((it) => !isStack(it)), ...all.filter(isStack).toReversed()];
}

/** Whether a message is about this resource, not one whose path only begins the same way. */
function mentions(message: string, path: string): boolean {
  return message.split(/[^\w/-]+/).includes(path);
}
