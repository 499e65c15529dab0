import type { Issue } from '#core/form/answers.ts';
import { pickKnownAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Field } from '#core/form/field.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { evaluateForm } from '#core/logic/evaluate-form.ts';
import type { FormEvaluation } from '#core/logic/evaluation.ts';
import { getOwn } from '#core/values/own-property.ts';
import { ok, type Result } from '#core/values/result.ts';
import { fromControlValue } from '../controls/codecs.ts';
import { controlValuesOf, type ControlValues, type Draft } from '../drafts/draft.ts';
import { begunOn } from '../drafts/day-begun.ts';
import { createTexts, filledIssue, type FilledTexts } from './filled-texts.ts';
import { missingMetadata, valuesFromLink, withoutMetadata, type Sending } from './hidden-values.ts';
import { unparsedAnswers } from './unparsed-answers.ts';

/** A form that somebody is filling in: what it asks, and what is wrong with the answers. */
export type FormInUse = {
  readonly form: Form;
  /**
   * The form as it stands for a draft. It is one evaluation, which follows the draft that was asked for last, so
   * that a key runs only the functions that read what was typed.
   */
  readonly evaluate: (draft: Draft) => FormNow;
  /** The answers to send, without the calculated ones, which the server computes; or every issue. */
  readonly check: (draft: Draft, typed?: Typed) => Result<AnswersToSend, readonly Issue[]>;
  /** The values of hidden fields that a link has: its query, such as `?source=poster`. */
  readonly fromLink: (query: string) => HiddenAnswers;
  /** What the app itself knows about an entry that is about to be sent, unless it is there already. */
  readonly missingMetadata: (draft: Draft, sending: Sending) => HiddenAnswers;
  /** Blanks for what the app knew about an earlier attempt to send. The same object each time. */
  readonly withoutMetadata: HiddenAnswers;
};

type HiddenAnswers = { readonly [field: string]: string };

/** A form as it stands for a draft. */
export type FormNow = FormEvaluation & {
  /** The fields that are asked, by name. The same map as long as none of them changes. */
  readonly fields: () => ReadonlyMap<string, Field>;
  /** Texts with answers in them. The same object as long as the same is asked, and no answer changes that a text mentions. */
  readonly texts: () => FilledTexts;
  /** An issue with answers in its message. */
  readonly filledIssue: (issue: Issue) => Issue;
};

type AnswersToSend = { readonly [field: string]: unknown };

type Typed = {
  /** Fields whose inputs show something that the browser does not reveal; inside repeats, their paths. */
  readonly unreadableFields?: readonly string[];
  /** What the app itself adds when the form is sent. */
  readonly metadata?: ControlValues;
};

export function formInUse(form: Form): FormInUse {
  let now: FormNow | undefined;
  let evaluatedOn = '';
  let evaluated: ControlValues = {};
  const controls = Object.entries(form.fields);
  const texts = createTexts(form);

  function begin(today: string): FormNow {
    const evaluation = evaluateForm(form, {}, { today });
    const { memo, field, isRelevant, answersSoFar } = evaluation;
    const names = Object.keys(form.fields);
    const fields = () =>
      memo('fields', () => new Map(names.filter(isRelevant).map((it) => [it, field(it)])));
    return {
      ...evaluation,
      fields,
      texts: () => memo('texts', () => texts(answersSoFar, [...fields().values()])),
      filledIssue: (issue) => filledIssue(form, evaluation, issue),
    };
  }

  return {
    form,
    evaluate(draft) {
      const today = begunOn(draft);
      if (!now || today !== evaluatedOn) {
        evaluatedOn = today;
        now = begin(today);
        evaluated = {};
      }
      const typed = controlValuesOf(draft);
      if (typed === evaluated) return now;
      for (const [name, { control }] of controls) {
        const value = getOwn(typed, name);
        if (value === getOwn(evaluated, name)) continue;
        now.set(name, value === undefined ? undefined : fromControlValue(control, value));
      }
      evaluated = typed;
      return now;
    },
    check(draft, { unreadableFields, metadata } = {}) {
      const controlValues = { ...controlValuesOf(draft), ...metadata };
      const unparsed = unparsedAnswers(form, controlValues, unreadableFields);
      const parsed = parseAnswers(form, unparsed, { today: begunOn(draft) });
      return parsed.ok ? ok(pickKnownAnswers(form, parsed.value)) : parsed;
    },
    fromLink: (query) => valuesFromLink(form, query),
    missingMetadata: ({ controlValues }, sending) => missingMetadata(form, controlValues, sending),
    withoutMetadata: withoutMetadata(form),
  };
}
