import { openJsonFile } from '../../machine/json-file.ts';

/** A stored stack, nested or not. Times are milliseconds since 1970. */
export type StackRecord = {
  readonly id: string;
  readonly name: string;
  /** The ids of the stack it is nested in and of the outermost stack. */
  readonly parentId?: string;
  readonly rootId?: string;
  status: string;
  reason?: string;
  /** The template that runs, not one that failed to. */
  template: string;
  outputs: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
  updatedAt?: number;
  deletedAt?: number;
  /** By logical id. */
  resources: Record<string, ResourceRecord>;
  /** Oldest first. */
  events: StackEvent[];
};

export type ResourceRecord = {
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
  readonly reason?: string;
  readonly at: number;
};

export type StackEvent = ResourceRecord & { readonly id: string; readonly logicalId: string };

export type Records = {
  /** Finds a stack by name while it exists, or by id even after it was deleted. */
  find(nameOrId: string): StackRecord | undefined;
  all(): readonly StackRecord[];
  put(record: StackRecord): void;
  forget(id: string): void;
  /** Resolves once every change so far would survive a crash. */
  save(): Promise<void>;
};

export function openRecords(file: string): Records {
  const stored = openJsonFile<Record<string, StackRecord>>(file, {});
  const all = () => Object.values(stored.value);
  return {
    find: (nameOrId) =>
      all().find(({ name, deletedAt }) => name === nameOrId && deletedAt === undefined) ??
      all().find(({ id }) => id === nameOrId),
    all,
    put(record) {
      stored.value[record.id] = record;
    },
    forget(id) {
      delete stored.value[id];
    },
    save: () => stored.save(),
  };
}
