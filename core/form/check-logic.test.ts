import { expect, test } from 'vitest';
import { choice, text } from '../fields/index.ts';
import { issuesOfForms } from './check-forms.ts';
import { defineForm } from './define-form.ts';

/** What is wrong with a form that has this logic, which a type checker would mostly not allow. */
function issuesWith(logic: object): readonly string[] {
  const form = defineForm({
    id: 'water',
    version: 1,
    title: 'Water',
    action: 'Send',
    fields: {
      water: choice({
        label: 'Water',
        options: [
          ['tap', 'Tap'],
          ['other', 'Other'],
        ],
      }),
      otherWater: text({ label: 'Where?' }),
    },
    ...logic,
  });
  return issuesOfForms({ forms: [form], reservedIds: [] });
}

test('logic that works for all answers is valid', () => {
  expect(
    issuesWith({
      when: { otherWater: ({ water }: { water?: string }) => water === 'other' },
      calculate: { length: ({ otherWater }: { otherWater?: string }) => otherWater?.length },
    }),
  ).toEqual([]);
});

const never = () => false;
test.each([
  [{ when: { well: never } }, 'when names "well", and there is no such field.'],
  [
    { calculate: { water: never } },
    'calculate names "water", which is a field: choose another name.',
  ],
  [
    { rules: [{ at: 'well', broken: never, message: 'Enter another' }] },
    'rule 1 is shown at "well", and there is no such field.',
  ],
  [
    { rules: [{ at: 'water', broken: never, message: ' ' }] },
    'rule 1 has no message: say what the person can do.',
  ],
  [
    { when: { otherWater: ({ water }: { water: string }) => water.length > 3 } },
    'when.otherWater fails with TypeError for some answers: it has to work whatever is answered, and if nothing is.',
  ],
  [
    {
      when: {
        water: ({ otherWater }: { otherWater?: string }) => !otherWater,
        otherWater: ({ water }: { water?: string }) => !water,
      },
    },
    'when.otherWater needs its own result: water → otherWater → water.',
  ],
])('a mistake in the logic is told in a sentence: %#', (logic, sentence) => {
  expect(issuesWith(logic)).toEqual([`Form "water": ${sentence}`]);
});
