import { createContext, type ComponentType } from 'react';
import type { ControlValue, Field } from '#core/form/field.ts';
import type { TextOf } from '#core/form/placeholders.ts';
import type { Evaluation } from '#core/logic/evaluation.ts';

/** What a question with questions inside needs to know about the form, or the instance, that it is part of. */
export type QuestionsAround = {
  /** As they stand for what has been typed. */
  readonly evaluation: Evaluation;
  /** The answers as text, for texts that mention them. */
  readonly textOf: TextOf;
  /** A field with these answers in its texts. */
  readonly fillField: (path: string, field: Field, textOf: TextOf) => Field;
  /** The messages that the page shows beside the question at a path. */
  readonly messagesAt: (path: string) => Pick<QuestionNow, 'issue' | 'warning'>;
  /** Draws a question. Passed down, because it draws every control. */
  readonly Question: ComponentType<QuestionNow>;
};

/** A question as it is asked now. */
export type QuestionNow = {
  /** The field's name; inside a repeat, its path. */
  readonly name: string;
  readonly field: Field;
  readonly controlValue: ControlValue | undefined;
  readonly issue: string | undefined;
  /** A broken soft rule. */
  readonly warning: string | undefined;
  readonly onType: (name: string, controlValue: ControlValue) => void;
};

export const QuestionsAroundContext = createContext<QuestionsAround | undefined>(undefined);
