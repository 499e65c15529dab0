import { useDeferredValue, useMemo, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { Field } from '#core/form/field.ts';
import { answersAsText, mentionedInForm, type TextOf } from '#core/form/placeholders.ts';
import type { FormEvaluation } from '#core/logic/evaluation.ts';
import { getOwn } from '#core/values/own-property.ts';
import { createFieldFiller } from './filled-texts.ts';

type ShownFields = {
  /** The fields that are asked, by name, with answers in their texts. */
  readonly shown: ReadonlyMap<string, Field>;
  readonly textOf: TextOf;
  readonly fillField: ReturnType<typeof createFieldFiller>;
};

/**
 * The fields to draw. A key changes the same objects only where it must; and texts that mention what is typed follow
 * when the browser has time: hundreds of labels may have a name in them.
 */
export function useShownFields(form: Form, evaluation: FormEvaluation): ShownFields {
  const [fillField] = useState(createFieldFiller);
  const fields = evaluation.memo('fields', () => {
    const names = Object.keys(form.fields).filter(evaluation.isRelevant);
    return new Map(names.map((name) => [name, evaluation.field(name)]));
  });
  const texts = useDeferredValue(
    evaluation.memo('texts', () => {
      const textOf = answersAsText(form, evaluation.answersSoFar);
      const names = evaluation.memo('mentioned', () => mentionedInForm(form));
      return Object.fromEntries(names.map((name) => [name, textOf(name)]));
    }),
  );
  return useMemo(() => {
    const textOf = (name: string) => getOwn(texts, name);
    const filled = [...fields].map(
      ([name, field]) => [name, fillField(name, field, textOf)] as const,
    );
    return { shown: new Map(filled), textOf, fillField };
  }, [fields, texts, fillField]);
}
