import { entryReference } from '#core/entries/entry-reference.ts';
import type { Form } from '#core/form/define-form.ts';
import type { ListedForm } from '#core/form/listed-form.ts';
import { foldText } from '../../messages/fold-text.ts';
import { searchTerms } from '../../messages/search-terms.ts';
import { isUndelivered } from '../../outbox/changes/queued-change.ts';
import { answerRows } from '../entry/answer-rows.ts';
import { reviewOf, type OwnEntry } from '../entry/own-entries.ts';

/** One line of the list. */
export type EntryOfForm = {
  readonly form: ListedForm;
  /** With its questions; undefined if they could not be loaded. */
  readonly opened: Form | undefined;
  readonly entry: OwnEntry;
};

/** What the list is narrowed to, as it is in the page's address. */
export type EntryFilter = {
  readonly form: string;
  /** What was typed in the search box. */
  readonly q: string;
  readonly status: '' | 'waiting' | 'sent-back' | 'withdrawn';
};

const statuses = ['waiting', 'sent-back', 'withdrawn'] as const;

export function filterOf(query: URLSearchParams): EntryFilter {
  const status = query.get('status');
  return {
    form: query.get('form') ?? '',
    q: query.get('q') ?? '',
    status: statuses.find((it) => it === status) ?? '',
  };
}

/** The page's query for a filter; `''` for none. */
export function queryOf(filter: EntryFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString();
}

/** Whether an entry has all the words that were typed, somewhere in its answers, its form's title or its reference. */
export function isMatch({ form, opened, entry }: EntryOfForm, { q, status }: EntryFilter): boolean {
  if (status === 'waiting' && !(entry.last && isUndelivered(entry.last))) return false;
  if (status === 'sent-back' && reviewOf(entry)?.state !== 'sent-back') return false;
  const terms = searchTerms(q);
  if (terms.length === 0) return true;
  const texts = answerRows(opened, entry, String).map(({ text }) => text);
  const searched = foldText([...texts, form.title].join(' '));
  const reference = foldText(entryReference(entry.id));
  // A digit or two are in many references.
  return terms.every((it) => searched.includes(it) || (it.length > 3 && reference.includes(it)));
}
