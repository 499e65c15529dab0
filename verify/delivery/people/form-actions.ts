import { setTimeout as wait } from 'node:timers/promises';
import type { Form } from '#core/form/define-form.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { catchUp, decided } from '../../../src/form/catch-up.ts';
import { changeTarget } from '../../../src/form/change-target.ts';
import type { Draft } from '../../../src/drafts/draft.ts';
import { unparsedAnswers } from '../../../src/form/unparsed-answers.ts';
import { changeToSend } from '../../../src/form/change-to-send.ts';
import { newEntryTarget, type FillTarget } from '../../../src/form/fill-target.ts';
import { editableEntryOf } from '../../../src/outbox/changes/editable-entry.ts';
import type { Answers } from '../../../src/outbox/changes/queued-change.ts';
import {
  albums,
  diary,
  formOnDevice,
  withNamesOf,
  uniqueTextFields,
  asServerParses,
} from './deployed-forms.ts';
import { newFiles, otherFiles } from './file-actions.ts';
import type { RememberedEntry } from './simulated-person.ts';
import { between, pick } from '../../../tools/testing/seeded-random.ts';
import { recordAction, recordOtherAction } from './record-action.ts';
import { changeableEntries, isOnThisDevice, type ActionContext } from './action-context.ts';

export async function submitNew(context: ActionContext): Promise<void> {
  const { device, author, chance, largestFile } = context;
  const ofTexts = chance() < 0.7 ? 'pwausers' : 'visits';
  const form = largestFile > 0 && chance() < 0.9 ? albums.id : ofTexts;
  const files = form === albums.id ? await newFiles(context) : [];
  const answers = {
    ...newTexts(context, uniqueTextFields(form)),
    ...sourceFor(context, form),
    ...(files.length > 0 && { files }),
  };
  const entry = { ...fresh, id: device.newId(), form, answers };
  author.entries.push(entry);
  await recordAction(context, 'submit', entry, () => submitted(context, entry));
}

/** Presses the button twice, or submits the same draft in two tabs. */
export async function submitAgain(context: ActionContext): Promise<void> {
  const entry = pick(context.chance, changeableEntries(context));
  if (!entry || !isOnThisDevice(context, entry) || entry.changes > 0) return;
  await recordAction(context, 'submit', entry, () => submitted(context, entry));
}

export async function submitAgainChanged(context: ActionContext): Promise<void> {
  const entry = pick(context.chance, changeableEntries(context));
  if (!entry || !isOnThisDevice(context, entry)) return;
  changeAnswers(entry, { ...entry.answers, ...newTexts(context, uniqueTextFields(entry.form)) });
  await recordAction(context, 'submit', entry, () => submitted(context, entry));
}

/** Sensitive answers, which must not be stored on the device, are sent without the outbox. */
export async function submitSensitive(context: ActionContext): Promise<void> {
  const { device, author } = context;
  const id = device.newId();
  const entry = {
    ...fresh,
    id,
    form: diary.id,
    answers: newTexts(context, uniqueTextFields(diary.id)),
  };
  const intent = newEntryTarget(diary);
  await recordAction(context, 'submit', entry, async () => {
    const sent = { id, answers: entry.answers, base: intent.base };
    const saved = await intent.save(device.tab().outbox, sent);
    context.history.glimpses.push({ device: device.name, text: await device.contents() });
    if (!saved.ok)
      await device.tab().deliver(changeToSend(intent, { ...sent, author: author.username }));
    return saved;
  });
}

/** Types for a while, then saves. */
export async function reviseEntry(context: ActionContext): Promise<void> {
  const entry = pick(context.chance, changeableEntries(context));
  const opened = entry && (await openChange(context, entry));
  if (!opened) return;
  await wait(between(context.chance, 0, 400));
  if (!entry.isWithdrawn && !entry.isErased) await finish(context, entry, opened);
}

/** Removes a file of an entry, or adds one. */
export async function changeFiles(context: ActionContext): Promise<void> {
  const albumsAlone = changeableEntries(context).filter(({ form }) => form === albums.id);
  const entry = pick(context.chance, albumsAlone);
  const opened = entry && (await openChange(context, entry));
  if (!opened) return;
  const { controlValues } = opened.draft;
  const files = await otherFiles(context, controlValues['files']);
  const draft = { ...opened.draft, controlValues: { ...controlValues, files } };
  if (!entry.isWithdrawn && !entry.isErased) await finish(context, entry, { ...opened, draft });
}

/** Types something and leaves it: saved with every key. */
export async function typeHalf(context: ActionContext): Promise<void> {
  const { device, author, chance } = context;
  const entry = pick(chance, changeableEntries(context));
  const opened = entry && (await openChange(context, entry));
  if (!opened) return;
  const { intent } = opened;
  const draft = {
    ...opened.draft,
    controlValues: { ...opened.draft.controlValues, ...typedTexts(context, opened) },
  };
  const answers = unparsedAnswers(opened.form, draft.controlValues);
  await recordOtherAction(
    context,
    'type half',
    { entry: entry.id, form: entry.form, answers },
    async () => {
      const at = { author: author.username, of: intent.of };
      const isKept = await device.tab().drafts.keep(at, draft);
      if (isKept) author.halfTyped.push({ device: device.name, entry });
    },
  );
}

/** Finishes what was left half typed on this device, perhaps before a crash. */
export async function finishTyping(context: ActionContext): Promise<void> {
  const { device, author } = context;
  const at = author.halfTyped.findIndex((it) => it.device === device.name);
  const [left] = at < 0 ? [] : author.halfTyped.splice(at, 1);
  if (!left || left.entry.isWithdrawn || left.entry.isErased) return;
  const opened = await openChange(context, left.entry);
  if (opened) await finish(context, left.entry, opened);
}

type OpenedForm = { readonly form: Form; readonly intent: FillTarget; readonly draft: Draft };

/** Opens the entry like the page does: the queued change or the server's version, with what was half typed. */
async function openChange(
  { device, author, chance }: ActionContext,
  { id, form: name }: RememberedEntry,
): Promise<OpenedForm | undefined> {
  const form = formOnDevice(device, name);
  const { outbox, api, drafts } = device.tab();
  const waiting = editableEntryOf(outbox.view().changes ?? [], id);
  const read = waiting ? undefined : await api.read(form.id, id);
  const entry = waiting ?? (read?.ok ? read.value : undefined);
  // This device cannot show what a newer version of the app has made of it.
  if (!entry || (entry.formVersion ?? 1) > form.version) return undefined;
  const intent = changeTarget(form, entry);
  const kept = await drafts.open({ author: author.username, of: intent.of });
  const { controlValues, base } = intent;
  if (!kept) return { form, intent, draft: { id: device.newId(), controlValues, base } };
  const caughtUp = catchUp(form, kept.draft, entry);
  const decision = caughtUp.conflicts.map(
    (field) => [field, chance() < 0.5 ? 'mine' : 'theirs'] as const,
  );
  return { form, intent, draft: decided(caughtUp, Object.fromEntries(decision)) };
}

async function finish(
  context: ActionContext,
  entry: RememberedEntry,
  opened: OpenedForm,
): Promise<void> {
  const { device } = context;
  const { form, intent, draft } = opened;
  const { id, controlValues, base = intent.base } = draft;
  const parsed = parseAnswers(
    form,
    unparsedAnswers(form, { ...controlValues, ...typedTexts(context, opened) }),
  );
  if (!parsed.ok) return;
  const answers = parsed.value;
  const onServer = (it: Answers) =>
    asServerParses({ form: form.id, formVersion: form.version, answers: it }) ?? {};
  changeAnswers(entry, onServer(answers));
  const save = async () => {
    const { outbox, drafts } = device.tab();
    const saved = await intent.save(outbox, { id, answers, base });
    if (saved.ok) await drafts.discard(id);
    return saved;
  };
  await recordAction(context, 'revise', entry, save, onServer(base.answers));
}

/** Changes one field, or all of them. */
function typedTexts(context: ActionContext, { form }: OpenedForm): Record<string, string> {
  const all = uniqueTextFields(form.id);
  const one = pick(context.chance, all) ?? '';
  const fields = context.chance() < 0.7 ? [one] : all;
  return withNamesOf(form, newTexts(context, fields)) as Record<string, string>;
}

function submitted({ device }: ActionContext, { id, form: name, answers }: RememberedEntry) {
  const form = formOnDevice(device, name);
  return device.tab().outbox.submit(form, { id, answers: withNamesOf(form, answers) });
}

function changeAnswers(entry: RememberedEntry, answers: Answers): void {
  entry.answers = answers;
  entry.changes += 1;
}

/** Different from all texts before. */
function newTexts({ device, author }: ActionContext, fields: readonly string[]): Answers {
  const by = `${author.email.split('@')[0]} at ${device.name}`;
  return Object.fromEntries(fields.map((it) => [it, `${by}: ${device.newId().slice(-12)}`]));
}

function sourceFor({ chance }: ActionContext, form: string): Answers {
  const source = pick(chance, ['friend', 'search', 'event', 'other', undefined]);
  return form === 'pwausers' && source ? { source } : {};
}

const fresh = { changes: 0, isWithdrawn: false, isErased: false };
