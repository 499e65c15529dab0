import { withoutCalculated } from '#core/form/calculated-values.ts';
import { mergeAnswers } from '#core/entries/merge-answers.ts';
import { isSameJson } from '#core/values/canonical-json.ts';
import type { Result } from '#core/values/result.ts';
import { isIdSpent, type ApiFailure, type ApiProblem } from '../../cloud/api/api-failure.ts';
import { withoutAnswers, type ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import {
  isOnlyHere,
  isUndelivered,
  isWithdrawal,
  unsent,
  type Answers,
  type QueuedChange,
} from './queued-change.ts';

/**
 * The queued changes of one entry, oldest first: its submission, and later changes that each build on the one
 * before. This file is the state machine, without clock, network or disk. docs/offline.md has it as a table.
 */
export type EntryChanges = readonly QueuedChange[];

/**
 * A person submits a form. Submitting the same draft again changes nothing. Submitting it with other answers,
 * for example from a second tab, revises what was submitted.
 */
export function submitted(
  changes: EntryChanges,
  submission: QueuedChange,
  changeId: string,
): EntryChanges {
  const { base: _, ...first } = submission;
  if (changes.length === 0) return [first];
  const isRefused = changes.some(({ status }) => status.is === 'attention');
  const last = answersOf(changes.findLast((it) => answersOf(it)) ?? submission);
  const latest = last && withoutCalculated(last, submission.calculated ?? []);
  if (isSameJson(latest, submission.answers) && !isRefused) return changes;
  return revised(changes, { ...submission, id: changeId, kind: 'revise' });
}

/** A delivered change keeps the server's entry instead of the answers it was sent with. */
function answersOf({ answers, status }: QueuedChange): Answers | undefined {
  return answers ?? (status.is === 'delivered' ? status.apiEntry?.answers : undefined);
}

/**
 * New answers for an entry, whatever the state of its last change. Changes that another tab made meanwhile are
 * kept. If both changed the same field, this change queues behind the other one; once that is delivered, the
 * author is asked.
 */
export function revised(changes: EntryChanges, revision: QueuedChange): EntryChanges {
  const refused = changes.find(({ status }) => status.is === 'attention');
  // A refused withdrawal or restoration is dropped: whoever types new answers no longer wants it.
  if (refused && !refused.answers) return revised(before(changes, refused), revision);
  if (refused && isDecided(refused, revision))
    return [...before(changes, refused), corrected(refused, revision)];
  const last = refused ? changes.findLast((it) => it.answers) : changes.findLast(isUndelivered);
  if (!last?.answers || !(refused || isOnlyHere(last)))
    return [
      ...changes,
      reportsVersion(last) ? withoutVersion(revision) : upToDate(changes, revision),
    ];
  const answers = mergedAnswers(last, revision);
  if (!answers) return [...changes, revision];
  if (refused) return [...before(changes, refused), corrected(refused, { ...revision, answers })];
  const { formVersion, savedAt } = revision;
  return replace(changes, { ...last, ...reasonOf(revision), answers, formVersion, savedAt });
}

/** Of a correction: the latest reason is for all that is corrected. */
function reasonOf({ correction }: QueuedChange): Pick<QueuedChange, 'correction'> {
  return correction ? { correction } : {};
}

function before(changes: EntryChanges, change: QueuedChange): EntryChanges {
  return changes.slice(0, changes.indexOf(change));
}

/** A waiting change merged with a later one; nothing if both changed the same field. */
function mergedAnswers(
  { answers: theirs = {} }: QueuedChange,
  { answers: mine = {}, base, ifVersion }: QueuedChange,
): Answers | undefined {
  // Without a server version, the later change was based on the waiting one.
  const began = base ?? (ifVersion === undefined ? theirs : undefined);
  const merged = mergeAnswers({ base: began, mine, theirs });
  return merged.conflicts.length === 0 ? merged.answers : undefined;
}

/** Whether the author has seen the conflicting version and gives these answers as their decision. */
function isDecided({ status }: QueuedChange, { ifVersion }: QueuedChange): boolean {
  const current = status.is === 'attention' ? status.problem.current : undefined;
  return current !== undefined && current.version === ifVersion;
}

/**
 * The change, rebased onto the current entry. It needs its author's attention if both changed the same field,
 * or if the entry was answered in another version of the form.
 */
function rebased(change: QueuedChange, current: ApiEntry): QueuedChange {
  const { base, answers: mine = {}, formVersion } = change;
  const theirs = typedAnswers(change, current);
  const { answers, conflicts } = mergeAnswers({ base, mine, theirs });
  if (conflicts.length > 0 || (current.formVersion ?? formVersion) !== formVersion)
    return { ...change, status: { is: 'attention', problem: staleProblem(current) } };
  return { ...change, answers, base: theirs, ifVersion: current.version };
}

/** What somebody typed of the server's entry. */
function typedAnswers({ calculated = [] }: QueuedChange, { answers }: ApiEntry): Answers {
  return withoutCalculated(answers, calculated);
}

function staleProblem(current: ApiEntry): ApiProblem {
  return { code: 'stale', title: '', issues: [], current };
}

/** A withdrawal's reply carries no version, so later changes cannot be based on it. */
function reportsVersion(last: QueuedChange | undefined): boolean {
  return last !== undefined && !isWithdrawal(last);
}

/** Bases a change without a version on the last entry that this device received. */
function upToDate(changes: EntryChanges, change: QueuedChange): QueuedChange {
  const apiEntry = changes.map(apiEntryIn).findLast((it) => it !== undefined);
  if (!apiEntry || change.ifVersion !== undefined) return change;
  return change.base ? rebased(change, apiEntry) : { ...change, ifVersion: apiEntry.version };
}

function apiEntryIn({ status }: QueuedChange): ApiEntry | undefined {
  return status.is === 'delivered' ? status.apiEntry : undefined;
}

/** A refused change with new answers. It keeps its id, unless the server will never accept that id. */
function corrected(refused: QueuedChange, revision: QueuedChange): QueuedChange {
  const { answers, formVersion, savedAt, id, base } = revision;
  const current = refused.status.is === 'attention' ? refused.status.problem.current : undefined;
  const next: QueuedChange = {
    ...(isSettled(refused) ? asNewChange(refused, id) : refused),
    ...reasonOf(revision),
    ...(answers && { answers }),
    formVersion,
    savedAt,
    status: unsent,
  };
  if (!current) return next;
  if (!isDecided(refused, revision)) return rebased(next, current);
  return { ...next, base: base ?? typedAnswers(revision, current), ifVersion: current.version };
}

/** Whether the server will never accept this change under its id, whatever its answers. */
export function isSettled({ kind, status }: QueuedChange): boolean {
  if (status.is !== 'attention') return false;
  if (isIdSpent(status.problem)) return kind === 'submit' || kind === 'revise';
  return status.problem.code === 'not_found' && kind === 'revise';
}

/** The same answers under a new id. A revision of an entry that no longer exists becomes a new entry. */
function asNewChange(refused: QueuedChange, id: string): QueuedChange {
  const { ifVersion: _ifVersion, base: _base, ...change } = refused;
  const { kind, status } = change;
  const isIdReused = status.is === 'attention' && status.problem.code === 'idempotency_key_reused';
  if (kind === 'revise' && isIdReused) return { ...change, id };
  return { ...change, kind: 'submit', id, entry: id };
}

/** Withdraws the entry. If it never left this device, its changes are dropped; so is a refused change. */
export function withdrawn(changes: EntryChanges, withdrawal: QueuedChange): EntryChanges {
  if (neverLeft(changes)) return [];
  const refused = changes.findIndex(({ status }) => status.is === 'attention');
  const kept = refused < 0 ? changes : changes.slice(0, refused);
  const last = kept.findLast(isUndelivered);
  // Withdrawn already, by a double tap or in another tab.
  if (last && isWithdrawal(last)) return kept;
  return [...kept, last ? withoutVersion(withdrawal) : withdrawal];
}

/**
 * Erases the entry. Changes that were never sent are dropped, and delivered ones lose the server's answers,
 * which were kept for the receipt.
 */
export function erased(changes: EntryChanges, erasure: QueuedChange): EntryChanges {
  if (neverLeft(changes)) return [];
  const kept = changes.filter((it) => !isUndelivered(it) || !isOnlyHere(it) || it.kind === 'erase');
  const isRepeat = kept.some((it) => it.kind === 'erase' && it.status.is !== 'attention');
  if (isRepeat) return kept;
  const others = kept.filter((it) => it.kind !== 'erase').map(withoutServerAnswers);
  return [...others, others.some(isUndelivered) ? withoutVersion(erasure) : erasure];
}

/** Certainly neither on the server nor on another device that could have sent it. */
function neverLeft(changes: EntryChanges): boolean {
  return (
    changes.some(({ kind }) => kind === 'submit') &&
    changes.every((it) => isOnlyHere(it) && !isThereOtherwise(it))
  );
}

/** Refused because the server has an entry with this id and other answers. */
function isThereOtherwise({ kind, status }: QueuedChange): boolean {
  const code = status.is === 'attention' && status.problem.code;
  return kind === 'submit' && code === 'idempotency_key_reused';
}

/** Without the answers in the server's reply: an erased entry must leave none behind. */
function withoutServerAnswers(change: QueuedChange): QueuedChange {
  const { status } = change;
  if (status.is !== 'delivered' || !status.apiEntry) return change;
  return { ...change, status: { ...status, apiEntry: withoutAnswers(status.apiEntry) } };
}

export function restored(changes: EntryChanges, restoration: QueuedChange): EntryChanges {
  const last = changes.findLast(isUndelivered);
  if (last && isWithdrawal(last) && isOnlyHere(last)) return changes.filter((it) => it !== last);
  if (last?.kind !== 'restore') return [...changes, restoration];
  // Tapped twice; a refused restoration is tried again.
  return last.status.is === 'attention' ? replace(changes, { ...last, status: unsent }) : changes;
}

/** What is said about a response is sent one after the other, as each counts. */
export function saidBeside(changes: EntryChanges, said: QueuedChange): EntryChanges {
  return [...changes, said];
}

/**
 * The author discards a change, and those built on it: nothing is built on what is said about a response. Only what
 * is certainly not on the server can be discarded; anything else has to be withdrawn.
 */
export function discarded(changes: EntryChanges, id: string): EntryChanges {
  const at = changes.findIndex((it) => it.id === id && isOnlyHere(it));
  const { review, beside = review } = changes[at] ?? {};
  if (beside) return changes.filter((it) => it.id !== id);
  return at < 0 ? changes : changes.filter((it, index) => index < at || !isOnlyHere(it));
}

/** Adds a change from a file or a discard that is undone. An erased entry stays erased. */
export function broughtBack(changes: EntryChanges, change: QueuedChange): EntryChanges {
  if (changes.some(({ id, kind }) => id === change.id || kind === 'erase')) return changes;
  return [
    ...changes,
    reportsVersion(changes.findLast(isUndelivered)) ? change : upToDate(changes, change),
  ];
}

/** Tries a refused change again as it is. If its id can never be accepted, the latest answers go under a new id. */
export function triedAgain(changes: EntryChanges, id: string, freshId: string): EntryChanges {
  const refused = changes.find((it) => it.id === id && it.status.is === 'attention');
  if (!refused) return changes;
  if (!isSettled(refused)) return replace(changes, { ...refused, status: unsent });
  const latest = changes.findLast((it) => it.answers) ?? refused;
  return [
    ...changes.slice(0, changes.indexOf(refused)),
    corrected(refused, { ...latest, id: freshId }),
  ];
}

/** The change is about to be sent: from now on it may have arrived. */
export function leaving(changes: EntryChanges, id: string): EntryChanges {
  return changes.map((it) => {
    if (it.id !== id || (it.status.is !== 'waiting' && it.status.is !== 'sending')) return it;
    return { ...it, status: { is: 'sending', attempts: it.status.attempts + 1 } };
  });
}

/** The change was exported to a file: another device may deliver it first. */
export function exported(changes: EntryChanges, id: string): EntryChanges {
  return changes.map((it) => {
    if (it.id !== id || it.status.is !== 'waiting' || !isOnlyHere(it)) return it;
    return { ...it, status: { ...it.status, attempts: 1 } };
  });
}

/** The outcome of an attempt to send a change. */
export function answered(
  changes: EntryChanges,
  id: string,
  {
    answer,
    at,
  }: { readonly answer: Result<ApiEntry | undefined, ApiFailure>; readonly at: string },
): EntryChanges {
  const index = changes.findIndex((it) => it.id === id && it.status.is === 'sending');
  const change = changes[index];
  if (change?.status.is !== 'sending') return changes;
  if (answer.ok) {
    const { value: apiEntry } = answer;
    const { answers: _answers, base: _base, ...rest } = change;
    const delivered: QueuedChange = {
      ...rest,
      status: { is: 'delivered', at, ...(apiEntry && { apiEntry }) },
    };
    const built = apiEntry ? buildOn(changes, index + 1, { sent: change, apiEntry }) : changes;
    const after = replace(built, delivered);
    return after.some(({ kind }) => kind === 'erase') ? after.map(withoutServerAnswers) : after;
  }
  if (answer.problem.is !== 'refused')
    return replace(changes, { ...change, status: { ...change.status, is: 'waiting' } });
  const { is: _, ...problem } = answer.problem;
  const { code, current } = problem;
  // Withdrawn elsewhere, and about to be withdrawn here as well: there is nothing to decide.
  const last = changes.findLast(isUndelivered);
  if (code === 'gone' && last && last !== change && isWithdrawal(last))
    return changes.filter((it) => it !== change);
  // If the server names the version this change is based on, rebasing cannot help.
  if (code === 'stale' && current && change.answers && current.version !== change.ifVersion) {
    const next = rebased({ ...change, status: unsent }, current);
    if (next.status.is !== 'attention') return replace(changes, next);
  }
  return replace(changes, { ...change, status: { is: 'attention', problem } });
}

type Delivery = { readonly sent: QueuedChange; readonly apiEntry: ApiEntry };

/**
 * Bases the next change on the version that was just stored, unless it has a base already. After a withdrawal
 * the change behind it as well, because a withdrawal's reply carries no version.
 */
function buildOn(changes: EntryChanges, index: number, delivery: Delivery): EntryChanges {
  const next = changes[index];
  if (!next) return changes;
  const built = replace(changes, builtOn(next, delivery));
  return isWithdrawal(next) ? buildOn(built, index + 1, delivery) : built;
}

function builtOn(next: QueuedChange, { sent, apiEntry }: Delivery): QueuedChange {
  if (next.ifVersion !== undefined) return next;
  const isOtherForm = (apiEntry.formVersion ?? next.formVersion) !== next.formVersion;
  // The server converted the previous answers to a newer version of the form, and will convert these.
  const isNext = isOtherForm && isSameJson(next.base, sent.answers);
  return next.base && !isNext ? rebased(next, apiEntry) : { ...next, ifVersion: apiEntry.version };
}

function withoutVersion(change: QueuedChange): QueuedChange {
  const { ifVersion: _, ...rest } = change;
  return rest;
}

function replace(changes: EntryChanges, change: QueuedChange): EntryChanges {
  return changes.map((it) => (it.id === change.id ? change : it));
}
