import { chosenValues } from '../form/options.ts';
import { getOwn } from '../values/own-property.ts';

/** Only the responses that answer a question with one of these values: a region sees its own. */
export type OwnRows = { readonly question: string; readonly values: readonly string[] };

/**
 * Whether a response is one of somebody's own rows. By what is stored, without the form: a question that was renamed
 * shows nobody more than before.
 */
export function isOwnRow(
  { question, values }: OwnRows,
  { answers }: { readonly answers: Readonly<Record<string, unknown>> },
): boolean {
  return chosenValues(getOwn(answers, question)).some((it) => values.includes(it));
}
