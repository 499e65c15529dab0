import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { choice, number, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import type { ControlValues } from '../drafts/draft.ts';
import { changeTarget } from './change-target.ts';
import { beginFilling, step, type Filling } from './filling.ts';
import { formInUse } from './form-in-use.ts';
import { unparsedAnswers } from './unparsed-answers.ts';

const yesOrNo = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;

const form = defineForm({
  id: 'states',
  version: 1,
  title: 'States',
  action: 'Send',
  fields: {
    shown: choice({ label: 'Shown?', options: yesOrNo }),
    needed: number({ label: 'Needed' }),
    free: text({ label: 'Free', optional: true }),
    preset: choice({ label: 'Preset', options: yesOrNo, default: 'no' }),
    follower: text({ label: 'Follower', optional: true }),
    failing: text({ label: 'Failing', optional: true }),
  },
  calculate: {
    double: ({ needed }) => (needed === undefined ? undefined : needed * 2),
  },
  when: {
    needed: ({ shown }) => shown === 'yes',
    free: ({ shown }) => shown === 'yes',
    preset: ({ shown }) => shown === 'yes',
    follower: ({ needed }) => needed !== undefined,
    failing: () => {
      throw new RangeError('mistake');
    },
  },
  rules: [{ at: 'needed', broken: ({ needed = 0 }) => needed > 100, message: 'Enter less' }],
});

/** The form after somebody has typed all this, one after the other, and pressed the button. */
function after(...typed: ControlValues[]) {
  const inUse = formInUse(form);
  let filling: Filling = beginFilling({ id: 'draft', controlValues: {} });
  for (const controlValues of typed)
    for (const [field, controlValue] of Object.entries(controlValues))
      filling = step(inUse, filling, { is: 'typed', field, controlValue });
  const { draft } = filling;
  const parsed = parseAnswers(form, unparsedAnswers(form, draft.controlValues));
  const evaluation = inUse.evaluate(draft);
  return {
    isShown: (field: string) => evaluation.isRelevant(field),
    issues: parsed.ok ? [] : parsed.problem.map((it) => it.field),
    draft: draft.controlValues,
    read: (name: string) => evaluation.answersSoFar[name],
    stored: parsed.ok ? parsed.value : undefined,
  };
}

const parsed = (value: object) => {
  const result = parseAnswers(form, value);
  return result.ok ? result.value : result.problem;
};

/** By the rows of the table. */
const rows: { readonly [state: string]: () => void } = {
  'asked, required, blank'() {
    const { isShown, issues, stored } = after({ shown: 'yes' });
    expect([isShown('needed'), issues, stored]).toEqual([true, ['needed'], undefined]);
  },
  'asked, optional, blank'() {
    const { isShown, read, stored } = after({ shown: 'yes', needed: '1' });
    expect([isShown('free'), read('free')]).toEqual([true, undefined]);
    expect(stored).not.toHaveProperty('free');
  },
  'asked, blank, with a default'() {
    const { draft, read, stored } = after({ shown: 'yes', needed: '1' });
    expect([draft['preset'], read('preset'), stored?.preset]).toEqual([undefined, 'no', 'no']);
  },
  'asked, answered'() {
    const { draft, read, stored } = after({ shown: 'yes', needed: '7' });
    expect([draft['needed'], read('needed'), stored?.needed]).toEqual(['7', 7, 7]);
  },
  'asked, with something that is no answer'() {
    const { draft, issues, read, stored } = after({ shown: 'yes', needed: 'many' });
    expect([draft['needed'], issues, read('needed'), stored]).toEqual([
      'many',
      ['needed'],
      undefined,
      undefined,
    ]);
  },
  'never asked, required'() {
    const { isShown, issues, stored } = after({ shown: 'no' });
    expect([isShown('needed'), issues, stored]).toEqual([false, [], { shown: 'no' }]);
  },
  'never asked, with a default'() {
    const { read, stored } = after({ shown: 'no' });
    expect([read('preset'), stored]).toEqual([undefined, { shown: 'no' }]);
  },
  'answered, then hidden'() {
    const { draft, isShown, read, stored } = after(
      { shown: 'yes', needed: '7', follower: 'x' },
      { shown: 'no' },
    );
    expect([draft['needed'], read('needed'), isShown('follower'), stored]).toEqual([
      '7',
      undefined,
      false,
      { shown: 'no' },
    ]);
  },
  'answered wrongly, then hidden'() {
    const { draft, issues, stored } = after({ shown: 'yes', needed: 'many' }, { shown: 'no' });
    expect([draft['needed'], issues, stored]).toEqual(['many', [], { shown: 'no' }]);
  },
  'hidden, then asked again'() {
    const { draft, read, stored } = after(
      { shown: 'yes', needed: '7' },
      { shown: 'no' },
      { shown: 'yes' },
    );
    expect([draft['needed'], read('needed'), stored?.needed]).toEqual(['7', 7, 7]);
  },
  'hidden, and sent all the same'() {
    expect(parsed({ shown: 'no', needed: 7, free: 5, preset: 'none' })).toEqual({ shown: 'no' });
  },
  'hidden by a change of the entry'() {
    const answers = { shown: 'yes', needed: 7, preset: 'no', double: 14 };
    const { controlValues } = changeTarget(form, { id: 'entry', answers, formVersion: 1 });
    const { draft, isShown, stored } = after(controlValues, { shown: 'no' });
    expect([draft['needed'], isShown('needed'), stored]).toEqual(['7', false, { shown: 'no' }]);
  },
  'asked, whose condition fails'() {
    const { isShown, read, stored } = after({ shown: 'no', failing: 'x' });
    expect([isShown('failing'), read('failing'), stored?.failing]).toEqual([true, 'x', 'x']);
  },
  'hidden, with a broken rule'() {
    expect(after({ shown: 'yes', needed: '101' }).issues).toEqual(['needed']);
    expect(after({ shown: 'yes', needed: '101' }, { shown: 'no' }).issues).toEqual([]);
  },
  'calculated from what is there'() {
    const { read, stored } = after({ shown: 'yes', needed: '7' });
    expect([read('double'), stored?.double]).toEqual([14, 14]);
  },
  'calculated from what is missing'() {
    const { read, stored } = after({ shown: 'yes', needed: '7' }, { shown: 'no' });
    expect([read('double'), stored]).toEqual([undefined, { shown: 'no' }]);
  },
  'calculated, and sent all the same'() {
    expect(parsed({ shown: 'yes', needed: 7, double: 99 })).toMatchObject({ double: 14 });
    expect(parsed({ shown: 'no', double: { of: 'anything' } })).toEqual({ shown: 'no' });
  },
};

test.each(Object.entries(rows))('%s', (_, row) => row());

test('every state of the table has a test', () => {
  const decision = readFileSync('docs/decisions/0044-the-states-of-a-field.md', 'utf8');
  const states = [...decision.matchAll(/^\| ([^|]+?) +\|/gm)].map(([, state]) => state).slice(1);
  expect(states.filter((it) => !/^-+$/.test(it ?? ''))).toEqual(Object.keys(rows));
});
