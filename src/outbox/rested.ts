import type { Queue } from './queue.ts';

/** Of an outbox that has not failed, and may begin at once. */
export const rested: Queue = { failures: 0, restsUntil: 0 };
