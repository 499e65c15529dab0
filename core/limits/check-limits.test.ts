import { expect, test } from 'vitest';
import { choice, choices, text } from '../fields/index.ts';
import { issuesOfForms } from '../form/check-forms.ts';
import { defineForm } from '../form/define-form.ts';
import type { FormLimits } from './form-limits.ts';

const slots = Array.from({ length: 95 }, (_, n) => [`slot${n}`, `Slot ${n}`] as const);

const issuesOf = (limits: FormLimits) => {
  const form = defineForm({
    id: 'workshops',
    version: 1,
    title: 'Workshops',
    action: 'Book',
    fields: {
      name: text({ label: 'Name' }),
      day: choice({
        label: 'Day',
        options: [
          ['mon', 'Monday'],
          ['tue', 'Tuesday'],
        ],
      }),
      slots: choices({ label: 'Slots', options: slots }),
    },
    limits,
  });
  return issuesOfForms({ forms: [form], reservedIds: [] });
};

test.each<FormLimits>([
  {},
  { opens: '2026-05-01T09:00Z', closes: '2026-05-02T09:00:00+02:00', graceDays: 0 },
  { entries: 1, perAuthor: 1 },
  { perOption: { day: { mon: 10, tue: 0 } } },
])('the limits %j are accepted', (limits) => expect(issuesOf(limits)).toEqual([]));

test.each<[FormLimits, string]>([
  [{ opens: '2026-05-01' }, 'limits.opens has to be an instant with its offset'],
  [{ opens: '2026-05-01T09:00' }, 'limits.opens has to be an instant with its offset'],
  [{ closes: '2026-13-01T09:00Z' }, 'limits.closes has to be an instant with its offset'],
  [{ opens: '2026-05-01T09:00Z', closes: '2026-05-01T10:00+02:00' }, 'it closes before it opens'],
  [{ graceDays: 3 }, 'limits.graceDays has no closes'],
  [{ closes: '2026-05-01T09:00Z', graceDays: 1.5 }, 'limits.graceDays has to be a whole number'],
  [{ entries: 0 }, 'limits.entries has to be a whole number, at least 1'],
  [{ perAuthor: -1 }, 'limits.perAuthor has to be a whole number'],
  [{ perOption: { nothing: { a: 1 } } }, 'there is no field of that name that offers options'],
  [{ perOption: { name: { a: 1 } } }, 'there is no field of that name that offers options'],
  [{ perOption: { day: { wed: 1 } } }, 'names "wed", which is not one of its options: mon, tue'],
  [{ perOption: { day: { mon: -1 } } }, 'limits.perOption.day.mon has to be a whole number'],
  [
    { perOption: { slots: Object.fromEntries(slots.map(([it]) => [it, 1])) } },
    'an entry can choose more than 90 limited options',
  ],
])('the author of the limits %j is told: %s', (limits, issue) => {
  expect(issuesOf(limits).join('\n')).toContain(issue);
});
