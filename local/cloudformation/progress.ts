import { serverOf } from '../served.ts';
import type { Change } from './changes.ts';
import type { Journal } from './journal.ts';
import type { Records, StackRecord } from './records.ts';

/** How far a deployment has come, told in events as it happens. */
export type Progress = {
  /** Says of all that is made or changed by this part, that it is. */
  readonly up: (part: string) => void;
  /** Says so of the rest, the nested stacks last. */
  done(): void;
  /** Says which resource it was that failed, and that the others were not finished; gives what to say of the stack. */
  failed(message: string): string;
  /** Says that these are gone. */
  gone(kinds: readonly Change['kind'][]): void;
};

type Deps = { readonly records: Records; readonly journal: Journal };

/** Begins with everything that is to be made or changed. */
export function startProgress(
  changes: readonly Change[],
  root: StackRecord,
  { records, journal }: Deps,
): Progress {
  const pending = new Set(changes.filter(({ kind }) => kind !== 'DELETE'));
  for (const change of pending) {
    if (isStack(change) && change.kind === 'CREATE') remember(change);
    if (isStack(change)) journal.ofStack(change.resource.id, `${change.kind}_IN_PROGRESS`);
    say(change, `${change.kind}_IN_PROGRESS`);
  }
  up('nobody');

  function remember({ resource, stackId }: Change): void {
    const name = resource.id.split('/')[1] ?? resource.id;
    records.put({ ...newStack({ id: resource.id, name }), parentId: stackId, rootId: root.id });
  }

  function say({ resource, logicalId, stackId }: Change, status: string, reason?: string): void {
    const { type, id } = resource;
    const happened = { logicalId, type, physicalId: id, status };
    journal.ofResource(stackId, reason === undefined ? happened : { ...happened, reason });
  }

  function end(change: Change, outcome: 'COMPLETE' | 'FAILED', reason?: string): void {
    pending.delete(change);
    const status = `${change.kind}_${outcome}`;
    if (isStack(change)) journal.ofStack(change.resource.id, status, reason);
    say(change, status, reason);
  }

  function up(part: string): void {
    for (const change of pending)
      if (!isStack(change) && serverOf(change.resource.type) === part) end(change, 'COMPLETE');
  }

  return {
    up,

    done() {
      for (const change of innermostFirst(pending)) end(change, 'COMPLETE');
    },

    failed(message) {
      const culprits = [...pending].filter(
        (change) => !isStack(change) && names(message, change.resource.path),
      );
      for (const change of innermostFirst(pending)) {
        const verb = change.kind === 'CREATE' ? 'creation' : 'update';
        end(change, 'FAILED', culprits.includes(change) ? message : `Resource ${verb} cancelled`);
      }
      if (culprits.length === 0) return message;
      const failed = culprits.map(({ logicalId }) => logicalId).join(', ');
      return `The following resource(s) failed: [${failed}]. ${message}`;
    },

    gone(kinds) {
      const those = changes.filter(({ kind }) => kinds.includes(kind));
      for (const change of those.filter((it) => !isStack(it))) {
        say(change, 'DELETE_IN_PROGRESS');
        say(change, 'DELETE_COMPLETE');
      }
      for (const change of innermostFirst(those.filter(isStack))) {
        journal.ofStack(change.resource.id, 'DELETE_COMPLETE');
        const stack = records.find(change.resource.id);
        if (stack) stack.deletedAt = Date.now();
        say(change, 'DELETE_COMPLETE');
      }
    },
  };
}

/** A stack of which nothing has been said yet. */
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

/** Outer stacks come before what is in them, in a list of changes. */
function innermostFirst(changes: Iterable<Change>): readonly Change[] {
  const all = [...changes];
  return [...all.filter((it) => !isStack(it)), ...all.filter(isStack).toReversed()];
}

/** Whether a message speaks of this resource, and not of one whose path only begins the same. */
function names(message: string, path: string): boolean {
  return message.split(/[^\w/-]+/).includes(path);
}
