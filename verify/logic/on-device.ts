import { pickKnownAnswers } from '#core/form/current-answers.ts';
import { fieldOf } from '#core/form/field-of.ts';
import type { Form } from '#core/form/define-form.ts';
import { isSameJson } from '#core/values/canonical-json.ts';
import { getOwn } from '#core/values/own-property.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import type { ControlValues } from '../../src/drafts/draft.ts';
import { changeTarget } from '../../src/form/change-target.ts';
import { beginFilling, step, type Filling, type FillingEvent } from '../../src/form/filling.ts';
import { formInUse, type FormInUse } from '../../src/form/form-in-use.ts';
import { unparsedAnswers } from '../../src/form/unparsed-answers.ts';
import { reportOf, type FormReport } from './form-report.ts';
import { randomControlValue } from './random-control-value.ts';
import { randomForm } from './random-form.ts';
import { randomSource, type Random } from './random-source.ts';

export type DeviceReport = FormReport & {
  /** The request that the app would send. */
  readonly sent: { readonly [name: string]: unknown } | undefined;
  /** The same with everything that was typed, also where it is hidden now. */
  readonly everything: { readonly [name: string]: unknown };
  /** What is not as it should be, in this browser alone. */
  readonly mistakes: readonly string[];
};

const begunOn = '2026-03-31';

/** Fills in a random form on a device, in the browser: some typing, in some order, with the reducer of the page. */
export function fillInForm(seed: number): DeviceReport {
  const form = randomForm(seed);
  const random = randomSource(-seed);
  const inUse = formInUse(form);
  const base = { answers: {}, formVersion: 1, begunOn };
  let filling: Filling = beginFilling({ id: random.uuid(), controlValues: {}, base });
  for (let events = random.from(0, 30); events > 0; events -= 1) {
    filling = step(inUse, filling, randomEvent(random, form, filling));
    // The page evaluates with each key, or is late.
    if (random.isTrue(0.7)) inUse.evaluate(filling.draft).issues();
  }
  if (random.isTrue(0.7)) filling = corrected(random, form, filling, inUse);
  const { draft } = filling;
  const report = reportOf(form, inUse.evaluate(draft));
  const everything = unparsedAnswers(form, draft.controlValues);
  const parsed = parseAnswers(form, everything, { today: begunOn });
  const fresh = reportOf(form, formInUse(form).evaluate(draft));
  return {
    ...report,
    everything,
    sent: parsed.ok ? pickKnownAnswers(form, parsed.value) : undefined,
    mistakes: [
      !isSameJson(report, fresh) && 'what was typed before makes a difference',
      !isSameJson(report.stored, parsed.ok ? parsed.value : undefined) && 'parsed differently',
      parsed.ok && !isRestored(form, parsed.value) && 'entry → draft → entry is not the identity',
    ].filter((it) => typeof it === 'string'),
  };
}

/** Goes on where the form says that something is wrong, as often as somebody might. */
function corrected(random: Random, form: Form, before: Filling, inUse: FormInUse): Filling {
  let filling = before;
  for (let tries = 0; tries < 60; tries += 1) {
    const [issue] = inUse.evaluate(filling.draft).issues();
    if (!issue) return filling;
    const name = fieldOf(issue.field);
    filling = step(inUse, filling, typedIn(random, form, name, filling));
  }
  return filling;
}

function randomEvent(random: Random, form: Form, filling: Filling): FillingEvent {
  return typedIn(random, form, random.pick(Object.keys(form.fields)), filling);
}

function typedIn(random: Random, { fields }: Form, name: string, { draft }: Filling): FillingEvent {
  const field = getOwn(fields, name);
  if (!field) throw new RangeError(name);
  const controlValue = randomControlValue(random, field, draft.controlValues[name]);
  return { is: 'typed', field: name, controlValue };
}

/** Whether an entry that is opened to be changed, and sent unchanged, stays as it is, and so does its draft. */
function isRestored(form: Form, answers: Readonly<Record<string, unknown>>): boolean {
  const draftOf = (entry: typeof answers): ControlValues =>
    changeTarget(form, { id: 'entry', answers: entry, formVersion: 1, begunOn }).controlValues;
  const controlValues = draftOf(answers);
  const parsed = parseAnswers(form, unparsedAnswers(form, controlValues), { today: begunOn });
  return (
    parsed.ok &&
    isSameJson(parsed.value, answers) &&
    isSameJson(draftOf(parsed.value), controlValues)
  );
}
