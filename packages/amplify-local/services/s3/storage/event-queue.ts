import type { ObjectDatabase } from './object-database.ts';

/** An event that a function has not handled yet. */
export type QueuedEvent = {
  readonly id: number;
  readonly functionName: string;
  /** What the function receives, in JSON. */
  readonly payload: string;
  readonly happenedAt: number;
  /** How often the function failed. */
  readonly attempts: number;
};

/** Events on disk, so that a crash loses none. Times are in milliseconds since 1970. */
export type EventQueue = {
  add(event: Pick<QueuedEvent, 'functionName' | 'payload' | 'happenedAt'>): void;
  /** The events that are due, the oldest first. */
  due(now: number): readonly QueuedEvent[];
  /** When the next is due; undefined if there is none. */
  nextAt(): number | undefined;
  delete(id: number): void;
  /** Counts a failure, and makes the event due again. */
  retry(id: number, dueAt: number): void;
};

const mostAtOnce = 100;

export function createEventQueue({ sql }: ObjectDatabase): EventQueue {
  const insert = sql.prepare(
    'INSERT INTO events (function, payload, happened_at, due_at, attempts) VALUES (?, ?, ?3, ?3, 0)',
  );
  const due = sql.prepare(
    `SELECT id, function AS functionName, payload, happened_at AS happenedAt, attempts
     FROM events WHERE due_at <= ? ORDER BY id LIMIT ${mostAtOnce}`,
  );
  const next = sql.prepare('SELECT min(due_at) AS at FROM events');
  const remove = sql.prepare('DELETE FROM events WHERE id = ?');
  const postpone = sql.prepare(
    'UPDATE events SET due_at = ?, attempts = attempts + 1 WHERE id = ?',
  );
  return {
    add({ functionName, payload, happenedAt }) {
      insert.run(functionName, payload, happenedAt);
    },
    due: (now) => due.all(now) as QueuedEvent[],
    nextAt() {
      const at = next.get()?.['at'];
      return typeof at === 'number' ? at : undefined;
    },
    delete: (id) => void remove.run(id),
    retry: (id, dueAt) => void postpone.run(dueAt, id),
  };
}
