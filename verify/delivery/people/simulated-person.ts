import type { Answers } from '../../../src/outbox/changes/queued-change.ts';
import type { User } from '../device/simulated-device.ts';

/** An entry as its author remembers it, whatever their devices store. */
export type RememberedEntry = {
  readonly id: string;
  readonly form: string;
  /** By the names of the deployed form. */
  answers: Answers;
  changes: number;
  isWithdrawn: boolean;
  isErased: boolean;
};

/** A person with several devices. */
export type SimulatedPerson = User & {
  readonly entries: RememberedEntry[];
  /** Changes that they have begun to type on one of their devices. */
  readonly halfTyped: { readonly device: string; readonly entry: RememberedEntry }[];
};
