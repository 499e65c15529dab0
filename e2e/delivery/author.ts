import type { Answers } from '../../src/outbox/parcel.ts';
import type { User } from './device.ts';

/** An entry as its author remembers it, whatever their devices know. */
export type Remembered = {
  readonly id: string;
  readonly form: string;
  /** By the names of the deployed form. */
  answers: Answers;
  changes: number;
  isWithdrawn: boolean;
  isErased: boolean;
};

/** Somebody with several devices and a few entries on their mind. */
export type Author = User & {
  readonly entries: Remembered[];
  /** Changes that they have begun to type on one of their devices. */
  readonly halfTyped: { readonly device: string; readonly entry: Remembered }[];
};
