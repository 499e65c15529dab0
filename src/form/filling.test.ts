import { expect, test } from 'vitest';
import { email, number, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form.ts';
import { beginFilling, candidates, step, type Event } from './filling.ts';

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

const draft = { id: 'first', held: {} };
const entry = {
  id: 'first',
  answers: {},
  derived: undefined,
  version: 1,
  createdAt: '',
  updatedAt: '',
  receipt: {},
};
const typed = (field: string, held: string): Event => ({ is: 'typed', field, held });
const refused: Event = {
  is: 'complained',
  complaints: [
    { field: 'name', message: 'Enter “Name”' },
    { field: 'mail', message: 'Enter “Email” like name@example.com' },
  ],
};
const after = (...events: Event[]) =>
  events.reduce((before, event) => step(form, before, event), beginFilling(draft));

test('before the first attempt to send, nothing is complained about', () => {
  expect(after(typed('mail', 'not an address')).complaints).toEqual([]);
});

test('a mended field leaves the list, and its neighbours stay', () => {
  const { complaints, summary } = after(refused, typed('name', 'Mickey'));
  expect(complaints.map((it) => it.field)).toEqual(['mail']);
  expect(summary.map((it) => it.field)).toEqual(['mail']);
});

test('while a field in error is typed in, its complaint says what is wrong now', () => {
  const { complaints } = after(refused, typed('name', 'x'.repeat(201)));
  expect(complaints[0]).toEqual({
    field: 'name',
    message: 'Enter “Name” in 200 characters or fewer: it has 201',
  });
});

test('a field that was mended is not complained about again until the next attempt', () => {
  expect(after(refused, typed('name', 'M'), typed('name', '')).complaints).toHaveLength(1);
});

test('what the server complained about stays until that field changes', () => {
  const byServer: Event = { is: 'complained', complaints: [{ field: 'name', message: 'Taken' }] };
  expect(after(typed('name', 'M'), byServer, typed('age', '3')).complaints).toHaveLength(1);
  expect(after(typed('name', 'M'), byServer, typed('name', 'Mi')).complaints).toEqual([]);
});

test('clearing begins a new draft, and can be undone until something is typed', () => {
  const cleared = after(typed('name', 'Mickey'), {
    is: 'cleared',
    fresh: { id: 'second', held: {} },
  });
  expect(cleared.draft).toEqual({ id: 'second', held: {} });
  expect(step(form, cleared, { is: 'brought-back' }).draft).toEqual({
    id: 'first',
    held: { name: 'Mickey' },
  });
  expect(step(form, cleared, typed('name', 'N')).cleared).toBeUndefined();
});

test('after delivery the form is empty, with a new id', () => {
  const fresh = { id: 'second', held: {} };
  const { draft: next, sending } = after({ is: 'sent', draft }, { is: 'delivered', entry, fresh });
  expect(next).toEqual(fresh);
  expect(sending).toEqual({ is: 'delivered', entry });
});

const saved: Event = { is: 'saved', parcel: 'first', fresh: { id: 'second', held: {} } };

test('once it is in the outbox, the next entry begins', () => {
  const { draft: next, sending } = after({ is: 'sent', draft }, saved);
  expect(next).toEqual({ id: 'second', held: {} });
  expect(sending).toEqual({ is: 'saved', parcel: 'first', sent: draft });
});

test('what is typed while the entry is under way is not lost', () => {
  const { draft: next } = after({ is: 'sent', draft }, typed('name', 'Minnie'), saved);
  expect(next).toEqual({ id: 'second', held: { name: 'Minnie' } });
});

test('what the server did not take comes back to be mended, as the entry it was', () => {
  const complaints = [{ field: 'name', message: 'Taken' }];
  const sent = { id: 'first', held: { name: 'M' } };
  const {
    draft: next,
    summary,
    sending,
  } = after({ is: 'sent', draft: sent }, saved, {
    is: 'refused',
    complaints,
  });
  expect(next).toEqual(sent);
  expect(summary).toEqual(complaints);
  expect(sending).toEqual({ is: 'idle' });
});

test('a draft that is found on the disk is there, and what was typed meanwhile wins', () => {
  const kept = { draft: { id: 'kept', held: { name: 'Mickey', age: '7' } }, isFromHere: false };
  const found = after(typed('name', 'Minnie'), { is: 'found', kept, initial: {} });
  expect(found.draft).toEqual({ id: 'kept', held: { name: 'Minnie', age: '7' } });
  expect(found.isFound).toBe(true);
});

test('a change that was half typed is found as it was left, over what the entry says', () => {
  const initial = { name: 'Mickey', age: '7' };
  const kept = { draft: { id: 'kept', held: { name: 'Minnie', age: '7' } }, isFromHere: true };
  const before = beginFilling({ id: 'new', held: initial });
  const found = step(form, before, { is: 'found', kept, initial });
  expect(found.draft).toEqual(kept.draft);
  expect(found.isFound).toBe(false);
});

test('controls hold text, and the fields make values of it; what no field asks is left behind', () => {
  expect(candidates(form, { age: '7', name: 'M', gone: 'x' })).toEqual({ age: 7, name: 'M' });
});
