import type { Issue } from '../form/answers.ts';
import type { Field } from '../form/field.ts';
import type { Result } from '../values/result.ts';
import type { Answers } from './answers-so-far.ts';

/**
 * Questions as they stand for certain values. Everything is computed when it is first asked for, and again only
 * after something that it depends on has changed.
 */
export type Evaluation = {
  /** Whether a field is asked: its condition holds. The term is that of XForms. */
  readonly isRelevant: (field: string) => boolean;
  /** The field as it is asked now: with the limits and options that other answers leave. */
  readonly field: (field: string) => Field;
  /** What the field's `parse` returns; `undefined` for an optional field that is blank. */
  readonly parsed: (field: string) => Result<unknown, string> | undefined;
  readonly calculated: (name: string) => unknown;
  /** The instances of a repeat that are asked. */
  readonly instances: (field: string) => readonly InstanceEvaluation[];
  /** What the functions read: fields that are not asked, not answered or not valid are `undefined`. */
  readonly answersSoFar: Answers;
  /** The answers as they are stored: of all fields that are asked and valid, and the calculated values. */
  readonly answers: () => Answers;
  /** In the form's order, with those inside repeats. A rule about a field that is not asked does not apply. */
  readonly brokenRules: () => readonly BrokenRule[];
  /** Everything that prevents sending, in the form's order, with the issues inside repeats. */
  readonly issues: () => readonly Issue[];
};

export type FormEvaluation = Evaluation & {
  /** Sets what was typed or sent for a field, of unknown origin. */
  readonly set: (field: string, value: unknown) => void;
  /** A value computed from the others here; the one from before if nothing that it has read is another. */
  readonly memo: <Value>(key: string, compute: () => Value) => Value;
};

/** One instance of a repeat. */
export type InstanceEvaluation = Evaluation & { readonly id: string };

export type BrokenRule = {
  /** The field, or its path inside a repeat. */
  readonly at: string;
  readonly message: string;
  readonly isSoft: boolean;
};
