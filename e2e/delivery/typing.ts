import { setTimeout as wait } from 'node:timers/promises';
import type { Form } from '#core/form.ts';
import { catchUp, decided } from '../../src/form/catch-up.ts';
import { changeTo } from '../../src/form/change-to.ts';
import type { Draft } from '../../src/form/draft.ts';
import { candidates } from '../../src/form/filling.ts';
import { newEntry, parcelFor, type Purpose } from '../../src/form/purpose.ts';
import { latestOf } from '../../src/outbox/latest.ts';
import type { Answers } from '../../src/outbox/parcel.ts';
import { diary, formOn, namedIn, textsOf, understood } from './asked.ts';
import type { Remembered } from './author.ts';
import { between, pick } from './chance.ts';
import { mean, note } from './mean.ts';
import { changeable, isHere, type Place } from './place.ts';

export async function submit(place: Place): Promise<void> {
  const { device, author, chance } = place;
  const form = chance() < 0.7 ? 'pwausers' : 'visits';
  const answers = { ...textsFor(place, textsOf(form)), ...sourceFor(place, form) };
  const entry = { ...fresh, id: device.newId(), form, answers };
  author.entries.push(entry);
  await mean(place, 'submit', entry, () => submitted(place, entry));
}

/** The button pressed twice, or the same draft in two tabs. */
export async function submitAgain(place: Place): Promise<void> {
  const entry = pick(place.chance, changeable(place));
  if (!entry || !isHere(place, entry) || entry.changes > 0) return;
  await mean(place, 'submit', entry, () => submitted(place, entry));
}

export async function submitAgainOtherwise(place: Place): Promise<void> {
  const entry = pick(place.chance, changeable(place));
  if (!entry || !isHere(place, entry)) return;
  change(entry, { ...entry.answers, ...textsFor(place, textsOf(entry.form)) });
  await mean(place, 'submit', entry, () => submitted(place, entry));
}

/** What must not lie on the device goes past the outbox. */
export async function confide(place: Place): Promise<void> {
  const { device, author } = place;
  const id = device.newId();
  const entry = { ...fresh, id, form: diary.id, answers: textsFor(place, textsOf(diary.id)) };
  const purpose = newEntry(diary);
  await mean(place, 'submit', entry, async () => {
    const sent = { id, answers: entry.answers, base: purpose.base };
    const saved = await purpose.save(device.tab().outbox, sent);
    place.history.glimpses.push({ device: device.name, text: await device.contents() });
    if (!saved.ok)
      await device.tab().deliver(parcelFor(purpose, { ...sent, author: author.username }));
    return saved;
  });
}

/** It is typed for a while, and saved. */
export async function revise(place: Place): Promise<void> {
  const entry = pick(place.chance, changeable(place));
  const opened = entry && (await openChange(place, entry));
  if (!opened) return;
  await wait(between(place.chance, 0, 400));
  if (!entry.isWithdrawn && !entry.isErased) await finish(place, entry, opened);
}

/** Something is typed, and left as it is: kept with every key. */
export async function typeHalf(place: Place): Promise<void> {
  const { device, author, chance } = place;
  const entry = pick(chance, changeable(place));
  const opened = entry && (await openChange(place, entry));
  if (!opened) return;
  const { purpose } = opened;
  const draft = { ...opened.draft, held: { ...opened.draft.held, ...typed(place, opened) } };
  const answers = candidates(opened.form, draft.held);
  await note(place, 'type half', { entry: entry.id, form: entry.form, answers }, async () => {
    const at = { author: author.username, of: purpose.of };
    const isKept = await device.tab().drafts.keep(at, draft);
    if (isKept) author.halfTyped.push({ device: device.name, entry });
  });
}

/** What was left half typed on this device some time ago, perhaps before it died, is typed to its end. */
export async function typeOn(place: Place): Promise<void> {
  const { device, author } = place;
  const at = author.halfTyped.findIndex((it) => it.device === device.name);
  const [left] = at < 0 ? [] : author.halfTyped.splice(at, 1);
  if (!left || left.entry.isWithdrawn || left.entry.isErased) return;
  const opened = await openChange(place, left.entry);
  if (opened) await finish(place, left.entry, opened);
}

type Opened = { readonly form: Form; readonly purpose: Purpose; readonly draft: Draft };

/** As the page for it does: what waits here, else what the server has; and on it what was half typed. */
async function openChange(
  { device, author, chance }: Place,
  { id, form: name }: Remembered,
): Promise<Opened | undefined> {
  const form = formOn(device, name);
  const { outbox, api, drafts } = device.tab();
  const waiting = latestOf(outbox.view().parcels ?? [], id);
  const read = waiting ? undefined : await api.read(form.id, id);
  const entry = waiting ?? (read?.ok ? read.value : undefined);
  // What a newer app has made of it, this one cannot show.
  if (!entry || (entry.formVersion ?? 1) > form.version) return undefined;
  const purpose = changeTo(form, entry);
  const kept = await drafts.open({ author: author.username, of: purpose.of });
  const { held, base } = purpose;
  if (!kept) return { form, purpose, draft: { id: device.newId(), held, base } };
  const caughtUp = catchUp(form, kept.draft, entry);
  const decision = caughtUp.conflicts.map(
    (field) => [field, chance() < 0.5 ? 'mine' : 'theirs'] as const,
  );
  return { form, purpose, draft: decided(caughtUp, Object.fromEntries(decision)) };
}

async function finish(place: Place, entry: Remembered, opened: Opened): Promise<void> {
  const { device } = place;
  const { form, purpose, draft } = opened;
  const { id, held, base = purpose.base } = draft;
  const parsed = form.parse(candidates(form, { ...held, ...typed(place, opened) }));
  if (!parsed.ok) return;
  const answers = parsed.value;
  change(entry, understood({ form: form.id, formVersion: form.version, answers }) ?? {});
  await mean(place, 'revise', entry, async () => {
    const { outbox, drafts } = device.tab();
    const saved = await purpose.save(outbox, { id, answers, base });
    if (saved.ok) await drafts.discard(id);
    return saved;
  });
}

/** Something else in one field, or in all of them. */
function typed(place: Place, { form }: Opened): Record<string, string> {
  const all = textsOf(form.id);
  const one = pick(place.chance, all) ?? '';
  const fields = place.chance() < 0.7 ? [one] : all;
  return namedIn(form, textsFor(place, fields)) as Record<string, string>;
}

function submitted({ device }: Place, { id, form: name, answers }: Remembered) {
  const form = formOn(device, name);
  return device.tab().outbox.submit(form, { id, answers: namedIn(form, answers) });
}

function change(entry: Remembered, answers: Answers): void {
  entry.answers = answers;
  entry.changes += 1;
}

/** Unlike any that were written before. */
function textsFor({ device, author }: Place, fields: readonly string[]): Answers {
  const by = `${author.email.split('@')[0]} at ${device.name}`;
  return Object.fromEntries(fields.map((it) => [it, `${by}: ${device.newId().slice(-12)}`]));
}

function sourceFor({ chance }: Place, form: string): Answers {
  const source = pick(chance, ['friend', 'search', 'event', 'other', undefined]);
  return form === 'pwausers' && source ? { source } : {};
}

const fresh = { changes: 0, isWithdrawn: false, isErased: false };
