import { expect, test } from 'vitest';
import { choice, date, email, number, repeat, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { formInUse } from './form-in-use.ts';
import { unparsedAnswers } from './unparsed-answers.ts';
import { beginFilling, step, warningsOf, type Filling, type FillingEvent } from './filling.ts';

const form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields: {
    name: text({ label: 'Name' }),
    mail: email({ label: 'Email', optional: true }),
    age: number({ label: 'Age', whole: true, optional: true }),
  },
});

const inUse = formInUse(form);
const draft = { id: 'first', controlValues: {} };
const entry = {
  id: 'first',
  answers: {},
  derived: undefined,
  version: 1,
  createdAt: '',
  updatedAt: '',
  receipt: {},
};
const typed = (field: string, controlValue: string): FillingEvent => ({
  is: 'typed',
  field,
  controlValue,
});
const keptAt = (at: number): FillingEvent => ({ is: 'kept', saveStatus: 'kept', at });
const refused: FillingEvent = {
  is: 'invalid',
  issues: [
    { field: 'name', message: 'Enter “Name”' },
    { field: 'mail', message: 'Enter “Email” in the correct format, like name@example.com' },
  ],
};
const after = (...events: FillingEvent[]) =>
  events.reduce((before, event) => step(inUse, before, event), beginFilling(draft));

test('no issues are shown before the first attempt to send', () => {
  expect(after(typed('mail', 'not an address')).issues).toEqual([]);
});

test('a corrected field leaves the summary, the others stay', () => {
  const { issues, summary } = after(typed('mail', 'no address'), refused, typed('name', 'Mickey'));
  expect(issues.map((it) => it.field)).toEqual(['mail']);
  expect(summary.map((it) => it.field)).toEqual(['mail']);
});

test('while a field with an issue is typed in, its message stays up to date', () => {
  const { issues } = after(refused, typed('name', 'x'.repeat(201)));
  expect(issues[0]).toEqual({
    field: 'name',
    message: 'Shorten “Name” to 200 characters or fewer: it has 201',
  });
});

test('a corrected field shows no new issue until the next attempt', () => {
  const before = [typed('mail', 'no address'), refused];
  const { issues } = after(...before, typed('name', 'M'), typed('name', ''));
  expect(issues.map((it) => it.field)).toEqual(['mail']);
});

test('the server’s issue stays until that field changes', () => {
  const byServer: FillingEvent = {
    is: 'refused',
    issues: [{ field: 'name', message: 'Taken' }],
  };
  expect(after(typed('name', 'M'), byServer, typed('age', '3')).issues).toHaveLength(1);
  expect(after(typed('name', 'M'), byServer, typed('name', 'Mi')).issues).toEqual([]);
});

test('clearing starts a new draft, and can be undone until something is typed', () => {
  const cleared = after(typed('name', 'Mickey'), {
    is: 'cleared',
    fresh: { id: 'second', controlValues: {} },
  });
  expect(cleared.draft).toEqual({ id: 'second', controlValues: {} });
  expect(step(inUse, cleared, { is: 'restored' }).draft).toEqual({
    id: 'first',
    controlValues: { name: 'Mickey' },
  });
  expect(step(inUse, cleared, typed('name', 'N')).cleared).toBeUndefined();
});

test('after delivery the form is empty, with a new id', () => {
  const fresh = { id: 'second', controlValues: {} };
  const { draft: next, sending } = after({ is: 'sent', draft }, { is: 'delivered', entry, fresh });
  expect(next).toEqual(fresh);
  expect(sending).toEqual({ is: 'delivered', entry });
});

const saved: FillingEvent = {
  is: 'saved',
  changeId: 'first',
  fresh: { id: 'second', controlValues: {} },
};

test('once the entry is in the outbox, the form is ready for the next one', () => {
  const { draft: next, sending } = after({ is: 'sent', draft }, saved);
  expect(next).toEqual({ id: 'second', controlValues: {} });
  expect(sending).toEqual({ is: 'saved', changeId: 'first', sent: draft });
});

test('answers typed while the entry is being sent are not lost', () => {
  const { draft: next } = after({ is: 'sent', draft }, typed('name', 'Minnie'), saved);
  expect(next).toEqual({ id: 'second', controlValues: { name: 'Minnie' } });
});

test('an entry that the server refused comes back to be corrected, under its id', () => {
  const issues = [{ field: 'name', message: 'Taken' }];
  const sent = { id: 'first', controlValues: { name: 'M' } };
  const {
    draft: next,
    summary,
    sending,
  } = after({ is: 'sent', draft: sent }, saved, {
    is: 'refused',
    issues,
  });
  expect(next).toEqual(sent);
  expect(summary).toEqual(issues);
  expect(sending).toEqual({ is: 'idle' });
});

test('a draft from the disk is opened, but what was typed meanwhile wins', () => {
  const kept = {
    draft: { id: 'kept', controlValues: { name: 'Mickey', age: '7' } },
    isFromThisTab: false,
  };
  const found = after(typed('name', 'Minnie'), { is: 'found', kept, initial: {} });
  expect(found.draft).toEqual({ id: 'kept', controlValues: { name: 'Minnie', age: '7' } });
  expect(found.isFound).toBe(true);
});

test('a draft of a change is opened on top of the entry', () => {
  const initial = { name: 'Mickey', age: '7' };
  const kept = {
    draft: { id: 'kept', controlValues: { name: 'Minnie', age: '7' } },
    isFromThisTab: true,
  };
  const before = beginFilling({ id: 'new', controlValues: initial });
  const found = step(inUse, before, { is: 'found', kept, initial });
  expect(found.draft).toEqual(kept.draft);
  expect(found.isFound).toBe(false);
});

test('controls hold text that the fields parse into values; unknown fields are dropped', () => {
  expect(unparsedAnswers(form, { age: '7', name: 'M', goneEntry: 'x' })).toEqual({
    age: 7,
    name: 'M',
  });
});

test('when the draft was kept is known to the minute, so that most keystrokes change nothing', () => {
  const before = after(typed('name', 'Mickey'), keptAt(61_000));
  expect(before.keptAt).toBe(60_000);
  expect(step(inUse, before, keptAt(119_000))).toBe(before);
  expect(step(inUse, before, keptAt(120_000)).keptAt).toBe(120_000);
});

test('answers that were to be sent no longer are once something else is typed', () => {
  const toBeSent = { ...draft, controlValues: { name: 'Mickey' }, isToBeSent: true } as const;
  const found: FillingEvent = {
    is: 'found',
    kept: { draft: toBeSent, isFromThisTab: true },
    initial: {},
  };
  expect(after(found).draft.isToBeSent).toBe(true);
  expect(after(found, typed('name', 'Minnie')).draft).not.toHaveProperty('isToBeSent');
  expect(after(typed('age', '7'), found).draft).not.toHaveProperty('isToBeSent');
});

const water = formInUse(
  defineForm({
    id: 'water',
    version: 1,
    title: 'Water',
    action: 'Send',
    fields: {
      source: choice({
        label: 'Source',
        options: [
          ['tap', 'Tap'],
          ['other', 'Other'],
        ],
      }),
      other: text({ label: 'Which?' }),
      metres: number({ label: 'Metres', optional: true }),
    },
    when: { other: ({ source }) => source === 'other' },
    rules: [
      {
        at: 'metres',
        broken: ({ source, metres = 0 }) => source === 'tap' && metres > 100,
        message: 'Enter the way to the tap',
      },
      {
        at: 'metres',
        broken: ({ metres = 0 }) => metres > 5000,
        message: 'Is it really that far?',
        soft: true,
      },
    ],
  }),
);
const filled = (...events: FillingEvent[]) =>
  events.reduce((before, event) => step(water, before, event), beginFilling(draft));
/** The button is pressed. */
const checked = (before: Filling) => {
  const evaluation = water.evaluate(before.draft);
  const [issues, warnings] = [evaluation.issues(), warningsOf(evaluation)];
  return step(water, before, { is: 'invalid', issues, warnings });
};

test('when a field is no longer asked, its issue leaves the page, and what was typed stays in the draft', () => {
  const failed = checked(filled(typed('other', 'x'.repeat(201)), typed('source', 'other')));
  expect(failed.summary.map((it) => it.field)).toEqual(['other']);
  const hidden = step(water, failed, typed('source', 'tap'));
  expect([hidden.issues, hidden.summary]).toEqual([[], []]);
  expect(hidden.draft.controlValues['other']).toHaveLength(201);
});

test('a rule that another answer satisfies leaves the page', () => {
  const failed = checked(filled(typed('source', 'tap'), typed('metres', '200')));
  expect(failed.issues).toEqual([{ field: 'metres', message: 'Enter the way to the tap' }]);
  expect(step(water, failed, typed('source', 'other')).issues).toEqual([]);
});

test('a broken soft rule is shown when the button is pressed, until it is no longer broken', () => {
  const typing = filled(
    typed('source', 'other'),
    typed('other', 'A well'),
    typed('metres', '6000'),
  );
  expect(typing.warnings).toEqual([]);
  const warned = checked(typing);
  expect(warned).toMatchObject({
    issues: [],
    warnings: [{ field: 'metres', message: 'Is it really that far?' }],
    failedAttempts: 1,
  });
  expect(step(water, warned, typed('metres', '60')).warnings).toEqual([]);
});

test('an issue of an input that the browser cannot read stays until something is typed there', () => {
  const failed = step(water, filled(typed('source', 'tap')), {
    is: 'invalid',
    issues: [{ field: 'metres', message: 'Enter “Metres” as a number' }],
    uncheckable: ['metres'],
  });
  const other = step(water, failed, typed('source', 'other'));
  expect(other.issues).toHaveLength(1);
  expect(step(water, other, typed('metres', '5')).issues).toEqual([]);
});

test('an unreadable input inside a repeat is an issue of that instance', () => {
  const id = '018f3c2e-7b1a-7000-8000-000000000001';
  const people = defineForm({
    id: 'people',
    version: 1,
    title: 'People',
    action: 'Send',
    fields: {
      people: repeat({
        label: 'People',
        fields: { name: text({ label: 'Name' }), born: date({ label: 'Born', optional: true }) },
      }),
    },
  });
  const controlValues = { people: [{ id, values: { name: 'Ann' } }] };
  const unparsed = unparsedAnswers(people, controlValues, [`people/${id}/born`]);
  expect(parseAnswers(people, unparsed)).toEqual({
    ok: false,
    problem: [
      { field: `people/${id}/born`, message: '“Born” must be a real date, like 2026-03-31' },
    ],
  });
});
