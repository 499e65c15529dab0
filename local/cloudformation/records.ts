import { keepJson } from '../kept-json.ts';

/** A stack as CloudFormation remembers it, nested ones too. Times are milliseconds since 1970. */
export type StackRecord = {
  readonly id: string;
  readonly name: string;
  /** Of the stack it is nested in, and of the outermost. */
  readonly parentId?: string;
  readonly rootId?: string;
  status: string;
  reason?: string;
  /** What runs; not what failed to. */
  template: string;
  outputs: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
  updatedAt?: number;
  deletedAt?: number;
  /** By logical id. */
  resources: Record<string, ResourceRecord>;
  /** The oldest first. */
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
  /** By name while it is there, by id for as long as it is remembered. */
  find(nameOrId: string): StackRecord | undefined;
  all(): readonly StackRecord[];
  put(record: StackRecord): void;
  forget(id: string): void;
  /** Ends when everything until now would survive a crash. */
  save(): Promise<void>;
};

export function openRecords(file: string): Records {
  const kept = keepJson<Record<string, StackRecord>>(file, {});
  const all = () => Object.values(kept.value);
  return {
    find: (nameOrId) =>
      all().find(({ name, deletedAt }) => name === nameOrId && deletedAt === undefined) ??
      all().find(({ id }) => id === nameOrId),
    all,
    put(record) {
      kept.value[record.id] = record;
    },
    forget(id) {
      delete kept.value[id];
    },
    save: () => kept.save(),
  };
}
