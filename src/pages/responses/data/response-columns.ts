import type { Form } from '#core/form/define-form.ts';
import type { responsesMessages } from '../../../messages/en/responses.ts';
import { translateAttribute } from '../../entry/translate-attribute.ts';
import { formatDateTimeUtc } from '../../../messages/date-format.ts';
import { localizedAnswer } from './localized-answer.ts';
import type { Response } from './response.ts';

/** A column of the table of responses. */
export type Column = {
  readonly name: string;
  readonly label: string;
  /** Numbers are aligned. */
  readonly isNumber: boolean;
  /** The `translate` attribute of its cells. */
  readonly translate: 'no' | undefined;
  text(response: Response): string;
};

/** When it was stored, the answers, and who sent it. */
export function responseColumns(
  { fields }: Form,
  messages: typeof responsesMessages,
): readonly Column[] {
  return [
    {
      name: ' when',
      label: messages.received,
      isNumber: false,
      translate: undefined,
      text: (it) => formatDateTimeUtc(it.createdAt),
    },
    ...Object.entries(fields).map(([name, field]) => ({
      name,
      label: field.label,
      isNumber: typeof field.example === 'number',
      translate: translateAttribute(field),
      text: ({ answers }: Response) => localizedAnswer(field, answers[name]),
    })),
    {
      name: ' who',
      label: messages.username,
      isNumber: false,
      translate: 'no' as const,
      text: (it) => it.username,
    },
  ];
}
