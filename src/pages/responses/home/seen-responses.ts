import { useEffect } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { Summary } from '#core/summary/summary-of-counts.ts';
import { getOwn } from '#core/values/own-property.ts';
import { isRecord } from '#core/values/is-record.ts';
import { useDeps, type Deps } from '../../../deps.ts';
import { createKeptRecord } from '../settings/kept-record.ts';

/**
 * What an owner has seen of a form's responses: those of earlier days than this one, and so many of this day.
 * No time of day: the summary counts days, and a response that was withdrawn is not new again.
 */
export type Seen = { readonly day: string; readonly count: number };

/** By form. */
export type SeenResponses = { readonly [form: string]: Seen };

type Days = Summary['days'];

/** Under an id that no form can have. */
const kept = createKeptRecord('responses');

/** Everything in these days is seen. Before the first response, every day is a new one. */
export function seenIn(days: Days): Seen {
  const day = Object.keys(days).toSorted().at(-1) ?? '';
  return { day, count: getOwn(days, day) ?? 0 };
}

/** How many of these have not been seen. */
export function countNew(days: Days, { day: seenDay, count: seenCount }: Seen): number {
  const counts = Object.entries(days).map(([day, count]) => {
    if (day > seenDay) return count;
    return day === seenDay ? Math.max(0, count - seenCount) : 0;
  });
  return counts.reduce((sum, it) => sum + it, 0);
}

export async function readSeen(deps: Deps, username: string): Promise<SeenResponses> {
  const copy = await kept.read(deps, username);
  return Object.fromEntries(
    Object.entries(copy).flatMap(([form, seen]) => (isSeen(seen) ? [[form, seen]] : [])),
  );
}

export function rememberSeen(deps: Deps, username: string, more: SeenResponses): void {
  void kept.update(deps, username, (before) => ({ ...before, ...more }));
}

/** Whoever opens a form's responses has seen them. */
export function useRememberSeen(username: string, form: Form, summary: Summary | undefined): void {
  const deps = useDeps();
  useEffect(() => {
    if (summary) rememberSeen(deps, username, { [form.id]: seenIn(summary.days) });
  }, [deps, username, form.id, summary]);
}

function isSeen(it: unknown): it is Seen {
  return isRecord(it) && typeof it['day'] === 'string' && typeof it['count'] === 'number';
}
