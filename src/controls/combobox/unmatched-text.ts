import { isRecord } from '#core/values/is-record.ts';

/** What is typed in a combobox, while it is not one of its options. */
export function unmatchedText(controlValue: unknown): string | undefined {
  const typed = isRecord(controlValue) ? controlValue['typed'] : undefined;
  return typeof typed === 'string' && typed !== '' ? typed : undefined;
}
