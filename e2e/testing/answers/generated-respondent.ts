import type { Form } from '#core/form/define-form.ts';
import type { Field } from '#core/form/field.ts';
import { evaluateForm } from '#core/logic/evaluate-form.ts';
import type { Evaluation } from '#core/logic/evaluation.ts';
import { mulberry32 } from '../../../tools/testing/mulberry32.ts';
import { candidateAnswer, type Random } from './candidate-answers.ts';

/** One answer, as it is given on the page. */
export type GivenAnswer = {
  readonly name: string;
  /** The field as it is asked at that moment. */
  readonly field: Field;
  /** `undefined` to leave the question blank. Of a repeat: the answers about each instance, in order. */
  readonly answer: unknown;
  readonly instances?: readonly (readonly GivenAnswer[])[];
};

/** Somebody who gives answers that the form accepts, and reads nothing but its definition. */
export type GeneratedRespondent = {
  /** Answers these fields, in this order, as far as they are asked. */
  answer(fields: readonly string[]): readonly GivenAnswer[];
  readonly evaluation: Evaluation;
  /** What was answered so far, with ids of its own for the instances of repeats. */
  readonly values: Readonly<Record<string, unknown>>;
};

type Setting = { readonly seed: number; readonly today: string };

/** How often a question is answered otherwise before the form counts as impossible to fill in. */
const tries = 200;
/** How often a page is begun again. */
const pageTries = 20;
/** The share of optional questions that are left blank. */
const leftBlank = 0.3;

export function createRespondent(form: Form, { seed, today }: Setting): GeneratedRespondent {
  const random = mulberry32(seed);
  const values: Record<string, unknown> = {};
  const evaluation = evaluateForm(form, values, { today });
  let instancesMade = 0;

  function set(name: string, value: unknown): void {
    values[name] = value;
    evaluation.set(name, value);
  }

  function answerRepeat(name: string): GivenAnswer {
    const field = evaluation.field(name);
    const list: { [field: string]: unknown; id: string }[] = [];
    const instances: (readonly GivenAnswer[])[] = [];
    const questions = field.instances?.fields ?? {};
    for (let i = 0; i < instanceCount(form, name, evaluation, random); i += 1) {
      const instance: { [field: string]: unknown; id: string } = { id: idOf((instancesMade += 1)) };
      list.push(instance);
      set(name, structuredClone(list));
      const inside = () => evaluation.instances(name)[i];
      const given: GivenAnswer[] = [];
      for (const inner of Object.keys(questions)) {
        const now = inside();
        if (!now?.isRelevant(inner)) continue;
        const answered = answerUntilAccepted(now.field(inner), {
          path: `${name}/${instance.id}/${inner}`,
          random,
          evaluation,
          parsed: () => inside()?.parsed(inner),
          set: (it) => {
            instance[inner] = it;
            set(name, structuredClone(list));
          },
        });
        given.push({ name: inner, ...answered });
      }
      instances.push(given);
    }
    return { name, field, answer: list, instances };
  }

  function answerOne(name: string): readonly GivenAnswer[] {
    if (!evaluation.isRelevant(name)) return [];
    const field = evaluation.field(name);
    if (field.instances) return [answerRepeat(name)];
    const answered = answerUntilAccepted(field, {
      path: name,
      random,
      evaluation,
      parsed: () => evaluation.parsed(name),
      set: (it) => set(name, it),
    });
    return [{ name, ...answered }];
  }

  return {
    values,
    evaluation,
    answer(fields) {
      for (let attempt = 1; ; attempt += 1) {
        for (const name of fields) set(name, undefined);
        try {
          return fields.flatMap(answerOne);
        } catch (error) {
          // An answer may leave none for a later question.
          if (attempt === pageTries) throw error;
        }
      }
    },
  };
}

type Question = {
  readonly path: string;
  readonly random: Random;
  readonly evaluation: Evaluation;
  readonly parsed: () => ReturnType<Evaluation['parsed']>;
  readonly set: (answer: unknown) => void;
};

function answerUntilAccepted(
  field: Field,
  { path, random, evaluation, parsed, set }: Question,
): Pick<GivenAnswer, 'field' | 'answer'> {
  const isLeftBlank = !field.required && random() < leftBlank;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const answer = isLeftBlank && attempt === 0 ? undefined : candidateAnswer(field, random);
    set(answer);
    if (field.hasNoAnswer) return { field, answer: undefined };
    const isValid = parsed()?.ok ?? !field.required;
    const isBroken = evaluation.brokenRules().some((it) => !it.isSoft && it.at === path);
    if (isValid && !isBroken) return { field, answer };
  }
  const issues = evaluation.issues().filter((it) => it.field === path);
  throw new Error(`No answer to ${path} is accepted: ${issues.map((it) => it.message).join()}`);
}

function instanceCount(form: Form, name: string, evaluation: Evaluation, random: Random): number {
  const { count } = form.fields[name]?.instances ?? {};
  if (count !== undefined) return Number(evaluation.answersSoFar[count] ?? 0);
  const { min = 0, max = 0 } = evaluation.field(name).limits ?? {};
  return Math.min(Number(max), Number(min) + Math.floor(random() * 2));
}

function idOf(number: number): string {
  return `018f3c2e-7b1a-7000-8000-${String(number).padStart(12, '0')}`;
}
