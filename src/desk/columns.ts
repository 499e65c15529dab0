import type { Form } from '#core/form.ts';
import type { desk } from '../words/en/desk.ts';
import { translateOf } from '../pages/verbatim.ts';
import { momentInUtc } from '../words/moments.ts';
import { inWords } from './in-words.ts';
import type { Response } from './response.ts';

/** What a table tells of each response. */
export type Column = {
  readonly name: string;
  readonly label: string;
  /** Numbers stand in line with each other. */
  readonly isNumber: boolean;
  /** Whether a browser may translate it. */
  readonly translate: 'no' | undefined;
  words(response: Response): string;
};

/** When it was stored, what was answered, and by whom. */
export function columnsOf({ fields }: Form, words: typeof desk): readonly Column[] {
  return [
    {
      name: ' when',
      label: words.received,
      isNumber: false,
      translate: undefined,
      words: (it) => momentInUtc(it.createdAt),
    },
    ...Object.entries(fields).map(([name, field]) => ({
      name,
      label: field.label,
      isNumber: typeof field.example === 'number',
      translate: translateOf(field),
      words: ({ answers }: Response) => inWords(field, (answers as Answers)[name]),
    })),
    {
      name: ' who',
      label: words.username,
      isNumber: false,
      translate: 'no' as const,
      words: (it) => it.username,
    },
  ];
}

type Answers = { readonly [field: string]: unknown };
