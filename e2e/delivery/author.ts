import type { Answers } from '../../src/outbox/parcel.ts';
import type { User } from './device.ts';

/** An entry as its author remembers it, whatever their devices know. */
export type Remembered = {
  readonly id: string;
  answers: Answers;
  changes: number;
  isWithdrawn: boolean;
};

/** Somebody with several devices and a few entries on their mind. */
export type Author = User & { readonly entries: Remembered[] };
