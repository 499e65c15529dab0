import type { AnswerOf, Fields } from '../form/answers.ts';
import type { Bounds, Option } from '../form/field.ts';

/**
 * What a form's logic reads: the answers so far. Anything may be missing, because it is not answered yet, not
 * valid, or not asked.
 */
export type AnswersSoFar<Fs extends Fields, Calculated> = {
  readonly [Name in keyof Fs]?: AnswerSoFar<AnswerOf<Fs[Name]>>;
} & Partial<Calculated>;

/** In a repeat's instances too, anything but the id may be missing. */
type AnswerSoFar<Answer> = Answer extends readonly (infer Instance extends {
  readonly id: string;
})[]
  ? readonly ({ readonly id: string } & Partial<Instance>)[]
  : Answer;

/** What does not change while an entry is filled in and sent, however long that takes. */
export type Moment = {
  /** The day on which the entry was begun, on the calendar of whoever fills it in: `2026-03-31`. */
  readonly today: string;
};

/** `today`, if nobody says on which day the entry was begun: empty limits do not apply. */
export const unknownDay = '';

/** Methods, because a form of certain fields is also a form of any fields. */
type Logic<SoFar, Value> = { call(answers: SoFar, moment: Moment): Value | undefined }['call'];
type OfferedLogic<SoFar> = {
  call(answers: SoFar, option: Option & Moment): boolean | undefined;
}['call'];

/** A rule across answers, whose issue is shown at a field that the person can still change. */
export type Rule<SoFar, Name> = {
  readonly at: Name;
  /** Whether the rule is broken. `undefined`, as when something it reads is not answered, means that it is not. */
  readonly broken: Logic<SoFar, boolean>;
  /** The issue, worded as an instruction. */
  readonly message: string;
  /** A warning: the person may send the answers all the same. */
  readonly soft?: true;
};

/**
 * The logic of a form or a repeat, as functions of the answers. They are pure: the browser and the server call
 * them, in any order, as often as needed. One that throws is a mistake in the form, and counts as if it were not
 * there.
 */
export type FormLogic<
  Fs extends Fields = Fields,
  Conditional extends string = string,
  Calculated = Readonly<Record<string, unknown>>,
> = {
  /** Values computed from the answers, and stored with them. `undefined` if there is nothing to compute from. */
  readonly calculate?: {
    readonly [Name in keyof Calculated]: Logic<AnswersSoFar<Fs, unknown>, Calculated[Name]>;
  };
  /** Labels for the calculated values that respondents see with their answers. Owners see all of them. */
  readonly calculatedLabels?: { readonly [Name in keyof NoInfer<Calculated>]?: string };
  /** When a field is asked; without a condition it always is. */
  readonly when?: {
    readonly [Name in Conditional]: Logic<AnswersSoFar<Fs, Calculated>, boolean>;
  };
  /** The least and the most that a field accepts, in addition to its own limits. */
  readonly bounds?: {
    readonly [Name in keyof Fs]?: Logic<AnswersSoFar<Fs, Calculated>, Bounds>;
  };
  /** The answer of a required field while it is left blank. */
  readonly defaults?: {
    readonly [Name in keyof Fs]?: Logic<AnswersSoFar<Fs, Calculated>, AnswerOf<Fs[Name]>>;
  };
  /** Which options of a choice are offered. */
  readonly offered?: {
    readonly [Name in keyof Fs]?: OfferedLogic<AnswersSoFar<Fs, Calculated>>;
  };
  readonly rules?: readonly Rule<AnswersSoFar<Fs, Calculated>, keyof Fs & string>[];
};
