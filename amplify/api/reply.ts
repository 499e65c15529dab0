import type { Listed } from '#core/entries/list.ts';
import { tell, type Entry } from '#core/entry.ts';
import type { Form } from '#core/form.ts';
import { problemBody, type Problem } from '#core/problem.ts';
import type { Reply } from './call.ts';

export function entryReply(form: Form, entry: Entry, status: number, isReplay = false): Reply {
  const headers = { ...replayHeaders(isReplay), ETag: etagOf(entry) };
  return { status, body: tell(form, entry), headers };
}

export function pageReply(form: Form, { entries, ...rest }: Listed): Reply {
  return { status: 200, body: { items: entries.map((it) => tell(form, it)), ...rest } };
}

/** How a reply says that it repeats an earlier one. */
export function replayHeaders(isReplay: boolean): Record<string, string> {
  return isReplay ? { 'Idempotent-Replayed': 'true' } : {};
}

/** A refusal; with the entry as it is now where that is what the sender has to know. */
export function refusal(problem: Problem, requestId: string, form?: Form): Reply {
  const body = problemBody(problem, requestId);
  const { status } = body;
  const { current } = problem;
  if (!current || !form) return { status, body };
  return {
    status,
    body: { ...body, current: tell(form, current) },
    headers: { ETag: etagOf(current) },
  };
}

function etagOf({ version }: Entry): string {
  return `"${version}"`;
}
