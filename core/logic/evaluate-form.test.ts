import { expect, test } from 'vitest';
import { choice, number, text } from '../fields/index.ts';
import type { FormError } from '../form/safe-call.ts';
import type { Fields } from '../form/answers.ts';
import { evaluateForm } from './evaluate-form.ts';
import type { FormLogic } from './form-logic.ts';

const fields = {
  water: choice({
    label: 'Where does your water come from?',
    options: [
      ['tap', 'Tap'],
      ['other', 'Other'],
    ],
  }),
  otherWater: text({ label: 'Where?' }),
  distance: number({ label: 'How far is it?', optional: true }),
};

/** A form, evaluated for some values, and the mistakes of its functions that were reported. */
function evaluated<
  const Fs extends Fields,
  const C extends keyof Fs & string = never,
  Calculated = object,
>(
  fieldsOfForm: Fs,
  logic: FormLogic<Fs, C, Calculated>,
  values: Readonly<Record<string, unknown>> = {},
) {
  const errors: FormError[] = [];
  const form = { id: 'water', fields: fieldsOfForm, ...(logic as FormLogic) };
  return Object.assign(
    evaluateForm(form, values, { today: '2026-03-31', onFormError: (it) => errors.push(it) }),
    { errors },
  );
}

const onlyOther = { otherWater: ({ water }: { readonly water?: string }) => water === 'other' };

test('a field is asked when its condition holds, and not while what it reads is unanswered', () => {
  const form = evaluated(fields, { when: onlyOther });
  expect(form.isRelevant('otherWater')).toBe(false);
  form.set('water', 'other');
  expect(form.isRelevant('otherWater')).toBe(true);
  form.set('water', 'no option');
  expect(form.isRelevant('otherWater')).toBe(false);
});

test('a field that is not asked counts as unanswered, so that hiding one hides what depends on it', () => {
  const form = evaluated(
    fields,
    { when: { ...onlyOther, distance: ({ otherWater }) => otherWater !== undefined } },
    { water: 'other', otherWater: 'A well', distance: 4 },
  );
  expect(form.isRelevant('distance')).toBe(true);
  form.set('water', 'tap');
  expect(form.isRelevant('distance')).toBe(false);
  // What was typed is still there when it is asked again.
  form.set('water', 'other');
  expect(form.parsed('otherWater')).toEqual({ ok: true, value: 'A well' });
});

test('a value is calculated from the answers, conditions and rules can read it, and without answers there is none', () => {
  const form = evaluated(fields, {
    calculate: { there: ({ distance }) => (distance === undefined ? undefined : distance * 2) },
    when: { otherWater: ({ there = 0 }) => there > 10 },
    rules: [
      {
        at: 'distance',
        broken: ({ there }) => there !== undefined && there > 100,
        message: 'Enter a distance that you can walk',
        soft: true,
      },
    ],
  });
  expect([form.calculated('there'), form.isRelevant('otherWater'), form.brokenRules()]).toEqual([
    undefined,
    false,
    [],
  ]);
  form.set('distance', 60);
  expect([form.calculated('there'), form.isRelevant('otherWater'), form.brokenRules()]).toEqual([
    120,
    true,
    [{ at: 'distance', message: 'Enter a distance that you can walk', isSoft: true }],
  ]);
});

test('a rule about a field that is not asked does not apply', () => {
  const form = evaluated(fields, {
    when: onlyOther,
    rules: [{ at: 'otherWater', broken: () => true, message: 'Never' }],
  });
  expect(form.brokenRules()).toEqual([]);
});

function fail(): never {
  throw new RangeError('mistake');
}

test('a function that fails is reported, and counts as if it were not there', () => {
  const form = evaluated(fields, {
    calculate: { there: fail },
    when: { otherWater: fail },
    rules: [{ at: 'water', broken: fail, message: 'Never' }],
  });
  expect([form.isRelevant('otherWater'), form.calculated('there'), form.brokenRules()]).toEqual([
    true,
    undefined,
    [],
  ]);
  expect(form.errors.map((it) => it.function)).toEqual([
    'when.otherWater',
    'calculate.there',
    'rules.0',
  ]);
});

test('a function cannot change the answers that others read', () => {
  const form = evaluated(
    { seen: fields.water },
    { calculate: { changed: (answers) => Reflect.set(answers, 'seen', 'x') } },
    { seen: 'tap' },
  );
  expect(form.calculated('changed')).toBe(false);
  expect(form.parsed('seen')).toEqual({ ok: true, value: 'tap' });
});

test('values that need each other are a mistake in the form, and the page goes on without them', () => {
  const form = evaluated(fields, {
    when: {
      water: ({ otherWater }) => otherWater === undefined,
      otherWater: ({ water }) => water === undefined,
    },
  });
  expect(form.isRelevant('water')).toBe(true);
  expect(form.errors).toEqual([
    expect.objectContaining({
      function: 'when.otherWater',
      error: expect.stringContaining('water'),
    }),
  ]);
});

test('typing in one field runs only the functions that read it', () => {
  const runs: string[] = [];
  const form = evaluated(
    fields,
    {
      when: {
        otherWater: ({ water }) => {
          runs.push('otherWater');
          return water === 'other';
        },
        distance: ({ otherWater }) => {
          runs.push('distance');
          return otherWater !== undefined;
        },
      },
    },
    { water: 'other' },
  );
  const readAll = () => Object.keys(fields).map((it) => form.isRelevant(it));
  readAll();
  runs.length = 0;
  form.set('distance', 3);
  form.set('otherWater', 'A well');
  readAll();
  expect(runs).toEqual(['distance']);
});
