import { calculatedValues } from '#core/form/calculated-values.ts';
import type { Form } from '#core/form/define-form.ts';
import { withFallbacks } from '#core/form/placeholders.ts';
import { questionsOf } from '#core/form/questions.ts';
import type { NotRelevant } from '#core/logic/not-relevant.ts';
import type { responsesMessages } from '../../../messages/en/responses.ts';
import { translateAttribute } from '../../entry/translate-attribute.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { momentText } from '../time-zone/moment-text.ts';
import { utc, type Zone } from '../time-zone/zones.ts';
import { calculatedText, cellText } from './localized-answer.ts';
import { answerKey, type SortKey } from './sort-key.ts';
import { responseStates, stateOf, type Response } from './response.ts';

/** A column of the table of responses. */
export type Column = {
  readonly name: string;
  readonly label: string;
  /** Numbers are aligned. */
  readonly isNumber: boolean;
  /** The `translate` attribute of its cells. */
  readonly translate: 'no' | undefined;
  text(response: Response, notRelevant: NotRelevant): string;
  sortKey(response: Response): SortKey;
};

/** Their names. No question has a dot. */
export const stateColumn = '.state';
export const assignedColumn = '.assigned';
export const commentsColumn = '.comments';
export const usernameColumn = '.username';

/** When it was stored, the answers, and who sent it. */
export function responseColumns(
  form: Form,
  messages: typeof responsesMessages,
  zone: Zone = utc,
): readonly Column[] {
  return [
    {
      name: '.received',
      label: messages.received,
      isNumber: false,
      translate: undefined,
      text(it) {
        const when = momentText(it.createdAt, zone);
        return it.isLate ? messages.isLate(when) : when;
      },
      sortKey: (it) => it.createdAt,
    },
    {
      name: stateColumn,
      label: messages.state,
      isNumber: false,
      translate: undefined,
      text: (it) => messages.states[stateOf(it)],
      sortKey: (it) => responseStates.indexOf(stateOf(it)),
    },
    ...questionsOf(form).map(([name, field]) => ({
      name,
      label: withFallbacks(field.label),
      isNumber: typeof field.example === 'number',
      translate: translateAttribute(field),
      text: ({ answers }: Response, notRelevant: NotRelevant) =>
        notRelevant.has(name) ? messages.notRelevant : cellText(field, answers[name]),
      sortKey: ({ answers }: Response) =>
        answerKey(field, answers[name], cellText(field, answers[name])),
    })),
    ...calculatedValues(form).map(({ name, label = name }) => ({
      name,
      label,
      isNumber: true,
      translate: 'no' as const,
      text: ({ answers }: Response) => calculatedText(answers[name]),
      sortKey: ({ answers }: Response) => calculatedKey(answers[name]),
    })),
    {
      name: assignedColumn,
      label: messages.assignedTo,
      isNumber: false,
      translate: 'no' as const,
      text: ({ assignedTo = '' }) => assignedTo,
      sortKey: ({ assignedTo }) => assignedTo,
    },
    {
      name: commentsColumn,
      label: messages.comments,
      isNumber: true,
      translate: undefined,
      text: ({ commentCount = 0 }) => (commentCount > 0 ? formatNumber(commentCount) : ''),
      sortKey: ({ commentCount = 0 }) => commentCount || undefined,
    },
    {
      name: usernameColumn,
      label: messages.username,
      isNumber: false,
      translate: 'no' as const,
      text: (it) => it.username,
      sortKey: (it) => it.username,
    },
  ];
}

function calculatedKey(value: unknown): SortKey {
  return typeof value === 'number' ? value : calculatedText(value) || undefined;
}
