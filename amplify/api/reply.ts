import type { Listed } from '#core/entries/list.ts';
import { tell, type Entry } from '#core/entry.ts';
import type { OnFault } from '#core/fault.ts';
import type { Form } from '#core/form.ts';
import { problemBody, type Problem } from '#core/problem.ts';
import type { Reply } from './call.ts';

type Telling = { readonly form: Form; readonly onFault?: OnFault };
type Status = { readonly status: number; readonly isReplay?: boolean };

export function entryReply(
  { form, onFault }: Telling,
  entry: Entry,
  { status, isReplay = false }: Status,
): Reply {
  const headers = { ...replayHeaders(isReplay), ETag: etagOf(entry) };
  return { status, body: tell(form, entry, onFault), headers };
}

export function pageReply({ form, onFault }: Telling, { entries, ...rest }: Listed): Reply {
  return { status: 200, body: { items: entries.map((it) => tell(form, it, onFault)), ...rest } };
}

/** Nothing is wrong with what was asked; not all come back in the same second. @param random from 0 to 1 */
export function unavailable(requestId: string, random: number): Reply {
  const seconds = 1 + Math.floor(random * 10);
  const headers = { 'Retry-After': String(seconds) };
  return { ...refusal({ code: 'unavailable' }, requestId), headers };
}

/** How a reply says that it repeats an earlier one. */
export function replayHeaders(isReplay: boolean): Record<string, string> {
  return isReplay ? { 'Idempotent-Replayed': 'true' } : {};
}

/** A refusal; with the entry as it is now where that is what the sender has to know. */
export function refusal(problem: Problem, requestId: string, telling?: Telling): Reply {
  const body = problemBody(problem, requestId);
  const { status } = body;
  const { current } = problem;
  if (!current || !telling) return { status, body };
  return {
    status,
    body: { ...body, current: tell(telling.form, current, telling.onFault) },
    headers: { ETag: etagOf(current) },
  };
}

function etagOf({ version }: Entry): string {
  return `"${version}"`;
}
