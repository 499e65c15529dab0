import { expect, test } from 'vitest';
import { email, number, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { beginFilling, unparsedAnswers, step, type FillingEvent } from './filling.ts';

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
  events.reduce((before, event) => step(form, before, event), beginFilling(draft));

test('no issues are shown before the first attempt to send', () => {
  expect(after(typed('mail', 'not an address')).issues).toEqual([]);
});

test('a corrected field leaves the summary, the others stay', () => {
  const { issues, summary } = after(refused, typed('name', 'Mickey'));
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
  expect(after(refused, typed('name', 'M'), typed('name', '')).issues).toHaveLength(1);
});

test('the server’s issue stays until that field changes', () => {
  const byServer: FillingEvent = {
    is: 'invalid',
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
  expect(step(form, cleared, { is: 'restored' }).draft).toEqual({
    id: 'first',
    controlValues: { name: 'Mickey' },
  });
  expect(step(form, cleared, typed('name', 'N')).cleared).toBeUndefined();
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
  const found = step(form, before, { is: 'found', kept, initial });
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
  expect(step(form, before, keptAt(119_000))).toBe(before);
  expect(step(form, before, keptAt(120_000)).keptAt).toBe(120_000);
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
