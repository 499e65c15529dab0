import { isSame, merge } from '#core/entries/merge.ts';
import type { Result } from '#core/result.ts';
import { isIdSpent, type Failure, type Refusal } from '../cloud/failure.ts';
import { withoutAnswers, type Told } from '../cloud/told.ts';
import {
  isHereOnly,
  isOnItsWay,
  isTakingBack,
  unsent,
  type Answers,
  type Parcel,
} from './parcel.ts';

/**
 * The parcels of one entry, oldest first: a submission and the changes made since, each built on the one
 * before. What happens to one of them is told here, without a clock, a network or a disk. The table of
 * states and events: docs/offline.md.
 */
export type Chain = readonly Parcel[];

/**
 * A person sends a form. Sending the same draft twice is sending it once; with other answers, as from a
 * tab that was left open, it is a change to what was sent.
 */
export function submitted(chain: Chain, submission: Parcel, changeId: string): Chain {
  const { base: _, ...first } = submission;
  if (chain.length === 0) return [first];
  const isRefused = chain.some(({ stand }) => stand.is === 'attention');
  const latest = answersOf(chain.findLast((it) => answersOf(it)) ?? submission);
  if (isSame(latest, submission.answers) && !isRefused) return chain;
  return revised(chain, { ...submission, id: changeId, does: 'revise' });
}

/** A delivered parcel keeps what the server told, instead of what it was sent. */
function answersOf({ answers, stand }: Parcel): Answers | undefined {
  return answers ?? (stand.is === 'delivered' ? stand.told?.answers : undefined);
}

/**
 * Other answers for an entry, be it delivered, on its way or refused. What another tab has changed meanwhile
 * stays changed. Where both have changed one field, this change waits behind the other, until that has
 * arrived and its author can be asked.
 */
export function revised(chain: Chain, revision: Parcel): Chain {
  const refused = chain.find(({ stand }) => stand.is === 'attention');
  // What was refused may have been no answers at all: whoever types others withdraws nothing by it.
  if (refused && !refused.answers) return revised(before(chain, refused), revision);
  if (refused && isDecided(refused, revision))
    return [...before(chain, refused), mended(refused, revision)];
  const last = refused ? chain.findLast((it) => it.answers) : chain.findLast(isOnItsWay);
  if (!last?.answers || !(refused || isHereOnly(last)))
    return [...chain, tellsVersion(last) ? withoutVersion(revision) : upToDate(chain, revision)];
  const answers = mergedAnswers(last, revision);
  if (!answers) return [...chain, revision];
  if (refused) return [...before(chain, refused), mended(refused, { ...revision, answers })];
  const { formVersion } = revision;
  return replace(chain, { ...last, answers, formVersion });
}

function before(chain: Chain, parcel: Parcel): Chain {
  return chain.slice(0, chain.indexOf(parcel));
}

/** What waits and a later change to it as one, unless both have changed one field. */
function mergedAnswers(
  { answers: theirs = {} }: Parcel,
  { answers: mine = {}, base, ifVersion }: Parcel,
): Answers | undefined {
  // What was not typed on a version of the server's was typed on what waits here.
  const began = base ?? (ifVersion === undefined ? theirs : undefined);
  const merged = merge({ base: began, mine, theirs });
  return merged.conflicts.length === 0 ? merged.answers : undefined;
}

/** Whether its author has seen what somebody else made of the entry, and these answers are what they decided on. */
function isDecided({ stand }: Parcel, { ifVersion }: Parcel): boolean {
  const current = stand.is === 'attention' ? stand.refusal.current : undefined;
  return current !== undefined && current.version === ifVersion;
}

/**
 * A change, made to what the entry says by now. Where both have changed one field, only its author can say
 * which it should be; nor can anybody else tell answers to two versions of a form apart.
 */
function onto(parcel: Parcel, current: Told): Parcel {
  const { base, answers: mine = {}, formVersion } = parcel;
  const { answers, conflicts } = merge({ base, mine, theirs: current.answers });
  if (conflicts.length > 0 || (current.formVersion ?? formVersion) !== formVersion)
    return { ...parcel, stand: { is: 'attention', refusal: stale(current) } };
  return { ...parcel, answers, base: current.answers, ifVersion: current.version };
}

function stale(current: Told): Refusal {
  return { code: 'stale', title: '', complaints: [], current };
}

/** What is built on a withdrawal does not learn from its answer which version that has made. */
function tellsVersion(last: Parcel | undefined): boolean {
  return last !== undefined && !isTakingBack(last);
}

/** A change to what this device was told last, where nothing better is known: it was on its way when it was read. */
function upToDate(chain: Chain, parcel: Parcel): Parcel {
  const told = chain.map(toldIn).findLast((it) => it !== undefined);
  if (!told || parcel.ifVersion !== undefined) return parcel;
  return parcel.base ? onto(parcel, told) : { ...parcel, ifVersion: told.version };
}

function toldIn({ stand }: Parcel): Told | undefined {
  return stand.is === 'delivered' ? stand.told : undefined;
}

/** A refused parcel with other answers, under the id it has, unless the server has settled that one for good. */
function mended(refused: Parcel, revision: Parcel): Parcel {
  const { answers, formVersion, id, base } = revision;
  const current = refused.stand.is === 'attention' ? refused.stand.refusal.current : undefined;
  const next: Parcel = {
    ...(isSettled(refused) ? anew(refused, id) : refused),
    ...(answers && { answers }),
    formVersion,
    stand: unsent,
  };
  if (!current) return next;
  if (!isDecided(refused, revision)) return onto(next, current);
  return { ...next, base: base ?? current.answers, ifVersion: current.version };
}

/** Whether the server will never take this parcel under its id, whatever it says. */
export function isSettled({ does, stand }: Parcel): boolean {
  if (stand.is !== 'attention') return false;
  if (isIdSpent(stand.refusal)) return does === 'submit' || does === 'revise';
  return stand.refusal.code === 'not_found' && does === 'revise';
}

/** The same answers as something the server has not heard of. An entry that is gone becomes a new one. */
function anew(refused: Parcel, id: string): Parcel {
  const { ifVersion: _ifVersion, base: _base, ...parcel } = refused;
  const { does, stand } = parcel;
  const isTaken = stand.is === 'attention' && stand.refusal.code === 'idempotency_key_reused';
  if (does === 'revise' && isTaken) return { ...parcel, id };
  return { ...parcel, does: 'submit', id, entry: id };
}

/** What never left this device need not be taken back elsewhere. Nor is what was refused held any longer. */
export function withdrawn(chain: Chain, withdrawal: Parcel): Chain {
  if (neverLeft(chain)) return [];
  const refused = chain.findIndex(({ stand }) => stand.is === 'attention');
  const kept = refused < 0 ? chain : chain.slice(0, refused);
  const last = kept.findLast(isOnItsWay);
  // A second tap, or another tab.
  if (last && isTakingBack(last)) return kept;
  return [...kept, last ? withoutVersion(withdrawal) : withdrawal];
}

/**
 * Taken back for ever: what has not left need not leave any more, and what was delivered is kept no longer
 * for its receipt.
 */
export function erased(chain: Chain, erasure: Parcel): Chain {
  if (neverLeft(chain)) return [];
  const kept = chain.filter((it) => !isOnItsWay(it) || !isHereOnly(it) || it.does === 'erase');
  const isRepeat = kept.some((it) => it.does === 'erase' && it.stand.is !== 'attention');
  if (isRepeat) return kept;
  const others = kept.filter((it) => it.does !== 'erase').map(saysNothing);
  return [...others, others.some(isOnItsWay) ? withoutVersion(erasure) : erasure];
}

/** Certainly not at the server, nor at another device that may have brought it there. */
function neverLeft(chain: Chain): boolean {
  return (
    chain.some(({ does }) => does === 'submit') &&
    chain.every((it) => isHereOnly(it) && !isThereOtherwise(it))
  );
}

/** Refused, because there is an entry of this id with other answers. */
function isThereOtherwise({ does, stand }: Parcel): boolean {
  const code = stand.is === 'attention' && stand.refusal.code;
  return does === 'submit' && code === 'idempotency_key_reused';
}

/** Without what the server told of an entry's answers, which are to be nowhere any more. */
function saysNothing(parcel: Parcel): Parcel {
  const { stand } = parcel;
  if (stand.is !== 'delivered' || !stand.told) return parcel;
  return { ...parcel, stand: { ...stand, told: withoutAnswers(stand.told) } };
}

export function restored(chain: Chain, restoration: Parcel): Chain {
  const last = chain.findLast(isOnItsWay);
  if (last && isTakingBack(last) && isHereOnly(last)) return chain.filter((it) => it !== last);
  if (last?.does !== 'restore') return [...chain, restoration];
  // A second tap; or once more what was refused.
  return last.stand.is === 'attention' ? replace(chain, { ...last, stand: unsent }) : chain;
}

/**
 * The author gives up what is certainly here alone, and what was built on it. Of what is being sent, or was
 * with an unknown outcome, nobody knows that it can be given up: it can be withdrawn.
 */
export function discarded(chain: Chain, id: string): Chain {
  const at = chain.findIndex((it) => it.id === id && isHereOnly(it));
  return at < 0 ? chain : chain.filter((it, index) => index < at || !isHereOnly(it));
}

/** Parcels from another device, or that were given up a moment ago. What was erased stays erased. */
export function broughtBack(chain: Chain, parcel: Parcel): Chain {
  if (chain.some(({ id, does }) => id === parcel.id || does === 'erase')) return chain;
  return [...chain, tellsVersion(chain.findLast(isOnItsWay)) ? parcel : upToDate(chain, parcel)];
}

/** Once more, as it is; where that would be refused for good as something new, which says what was said last. */
export function triedAgain(chain: Chain, id: string, freshId: string): Chain {
  const refused = chain.find((it) => it.id === id && it.stand.is === 'attention');
  if (!refused) return chain;
  if (!isSettled(refused)) return replace(chain, { ...refused, stand: unsent });
  const latest = chain.findLast((it) => it.answers) ?? refused;
  return [...chain.slice(0, chain.indexOf(refused)), mended(refused, { ...latest, id: freshId })];
}

/** The parcel is about to leave: from here on nobody knows whether it arrived. */
export function leaving(chain: Chain, id: string): Chain {
  return chain.map((it) => {
    if (it.id !== id || (it.stand.is !== 'waiting' && it.stand.is !== 'sending')) return it;
    return { ...it, stand: { is: 'sending', attempts: it.stand.attempts + 1 } };
  });
}

/** A copy of the parcel leaves in a file: another device may deliver it before this one does. */
export function carriedAway(chain: Chain, id: string): Chain {
  return chain.map((it) => {
    if (it.id !== id || it.stand.is !== 'waiting' || !isHereOnly(it)) return it;
    return { ...it, stand: { ...it.stand, attempts: 1 } };
  });
}

/** What became of a parcel that had left. */
export function answered(
  chain: Chain,
  id: string,
  { answer, at }: { readonly answer: Result<Told | undefined, Failure>; readonly at: string },
): Chain {
  const index = chain.findIndex((it) => it.id === id && it.stand.is === 'sending');
  const parcel = chain[index];
  if (parcel?.stand.is !== 'sending') return chain;
  if (answer.ok) {
    const { value: told } = answer;
    const { answers: _answers, base: _base, ...rest } = parcel;
    const delivered: Parcel = { ...rest, stand: { is: 'delivered', at, ...(told && { told }) } };
    const built = told ? buildOn(chain, index + 1, { sent: parcel, told }) : chain;
    const after = replace(built, delivered);
    return after.some(({ does }) => does === 'erase') ? after.map(saysNothing) : after;
  }
  if (answer.problem.is !== 'refused')
    return replace(chain, { ...parcel, stand: { ...parcel.stand, is: 'waiting' } });
  const { is: _, ...refusal } = answer.problem;
  const { code, current } = refusal;
  // Taken back elsewhere already, as it is to be here: of what it says there is nothing to decide.
  const last = chain.findLast(isOnItsWay);
  if (code === 'gone' && last && last !== parcel && isTakingBack(last))
    return chain.filter((it) => it !== parcel);
  // Over the very version it was made to, nothing can be said that has not been said.
  if (code === 'stale' && current && parcel.answers && current.version !== parcel.ifVersion) {
    const next = onto({ ...parcel, stand: unsent }, current);
    if (next.stand.is !== 'attention') return replace(chain, next);
  }
  return replace(chain, { ...parcel, stand: { is: 'attention', refusal } });
}

type Arrived = { readonly sent: Parcel; readonly told: Told };

/**
 * The change that comes next is made to the version that has just been stored, unless it was made elsewhere;
 * so is what follows a withdrawal, which will tell none of its own.
 */
function buildOn(chain: Chain, index: number, arrived: Arrived): Chain {
  const next = chain[index];
  if (!next) return chain;
  const built = replace(chain, builtOn(next, arrived));
  return isTakingBack(next) ? buildOn(built, index + 1, arrived) : built;
}

function builtOn(next: Parcel, { sent, told }: Arrived): Parcel {
  if (next.ifVersion !== undefined) return next;
  const isOtherForm = (told.formVersion ?? next.formVersion) !== next.formVersion;
  // The server has made answers to a later version of the form out of them, as it will of these.
  const isNext = isOtherForm && isSame(next.base, sent.answers);
  return next.base && !isNext ? onto(next, told) : { ...next, ifVersion: told.version };
}

function withoutVersion(parcel: Parcel): Parcel {
  const { ifVersion: _, ...rest } = parcel;
  return rest;
}

function replace(chain: Chain, parcel: Parcel): Chain {
  return chain.map((it) => (it.id === parcel.id ? parcel : it));
}
