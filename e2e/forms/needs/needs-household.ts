import { choice, choices, number, repeat, text, year } from '#core/fields/index.ts';
import type { AnswersSoFar } from '#core/logic/form-logic.ts';
import { namesOf, type PartLogic } from '../parts.ts';
import { count, isTrue, mayBeTrue, sumOf } from './question-kinds.ts';

const sexes = [
  ['woman', 'Female'],
  ['man', 'Male'],
] as const;

const relations = [
  ['head', 'Head of the household'],
  ['spouse', 'Husband or wife'],
  ['child', 'Son or daughter'],
  ['parent', 'Father or mother'],
  ['relative', 'Another relative'],
  ['none', 'Not related'],
] as const;

const people = (label: string) => count(label, 40);

export const householdFields = {
  respondentIs: choice({ label: 'The person who answers is', options: sexes }),
  respondentAge: number({ label: 'Their age', whole: true, min: 18, max: 110, unit: 'years' }),
  isHead: isTrue('Are they the head of the household?'),
  relation: choice({ label: 'What are they to the head?', options: relations }),
  headIs: choice({ label: 'The head of the household is', options: sexes }),
  headAge: number({ label: 'Age of the head', whole: true, min: 12, max: 110, unit: 'years' }),
  headMarried: choice({
    label: 'Is the head married?',
    options: [
      ['married', 'Married'],
      ['single', 'Never married'],
      ['divorced', 'Divorced'],
      ['widowed', 'Widowed'],
      ['refused', 'Prefers not to answer'],
    ],
  }),
  headWives: count('How many wives does he have?', 4),
  headSchool: choice({
    label: 'The highest school of the head',
    options: [
      ['none', 'None'],
      ['religious', 'A religious school'],
      ['primary', 'Primary school'],
      ['secondary', 'Secondary school'],
      ['university', 'University'],
    ],
  }),
  size: number({ label: 'How many people live here?', whole: true, min: 1, max: 40 }),
  girlsUnder1: people('Girls younger than 1'),
  boysUnder1: people('Boys younger than 1'),
  girls1To4: people('Girls of 1 to 4'),
  boys1To4: people('Boys of 1 to 4'),
  girls5To11: people('Girls of 5 to 11'),
  boys5To11: people('Boys of 5 to 11'),
  girls12To17: people('Girls of 12 to 17'),
  boys12To17: people('Boys of 12 to 17'),
  women18To39: people('Women of 18 to 39'),
  men18To39: people('Men of 18 to 39'),
  women40To59: people('Women of 40 to 59'),
  men40To59: people('Men of 40 to 59'),
  women60To79: people('Women of 60 to 79'),
  men60To79: people('Men of 60 to 79'),
  womenOver79: people('Women of 80 and older'),
  menOver79: people('Men of 80 and older'),
  pregnant: people('How many women are pregnant?'),
  nursing: people('How many women are nursing?'),
  disabled: people('How many people cannot see, hear or walk well?'),
  illLong: people('How many people have been ill for three months?'),
  orphans: people('How many children have lost a parent?'),
  fostered: people('How many children are not your own?'),
  fosteredWhy: choices({
    label: 'Why do they live with you?',
    options: [
      ['orphan', 'They have no parents'],
      ['school', 'To go to school'],
      ['work', 'To work'],
      ['lost', 'They lost their family'],
    ],
    min: 1,
  }),
  leftSince: people('How many people have left in three months?'),
  leftWhy: choices({
    label: 'Why did they leave?',
    options: [
      ['work', 'To look for work'],
      ['school', 'To go to school'],
      ['married', 'To marry'],
      ['died', 'They died'],
      ['fled', 'They fled'],
    ],
    min: 1,
  }),
  members: repeat({
    label: 'The people, one by one',
    one: 'Person',
    count: 'size',
    max: 40,
    item: ({ memberName }) => memberName,
    fields: {
      memberName: text({ label: 'First name', max: 60 }),
      memberIs: choice({ label: '{memberName|This person} is', options: sexes }),
      memberAge: number({
        label: 'Age of {memberName|this person}',
        whole: true,
        min: 0,
        max: 110,
        unit: 'years',
      }),
      memberRelation: choice({ label: 'To the head, they are', options: relations }),
      memberSchool: isTrue('Do they go to school?'),
      memberWorks: isTrue('Do they work for money?'),
      memberMarried: mayBeTrue('Are they married?'),
      memberPregnant: mayBeTrue('Are they pregnant?'),
      memberBirth: isTrue('Do they have a birth certificate?'),
      memberArrived: year({ label: 'Year in which they came here', min: 1950, optional: true }),
    },
    when: {
      memberSchool: ({ memberAge }) => memberAge !== undefined && memberAge >= 5 && memberAge < 18,
      memberWorks: ({ memberAge }) => memberAge !== undefined && memberAge >= 10,
      memberMarried: ({ memberAge }) => memberAge !== undefined && memberAge >= 12,
      memberPregnant: ({ memberAge, memberIs }) =>
        memberIs === 'woman' && memberAge !== undefined && memberAge >= 12 && memberAge < 50,
      memberBirth: ({ memberAge }) => memberAge !== undefined && memberAge < 18,
    },
    bounds: {
      memberArrived: (_, { today }) => (today ? { max: Number(today.slice(0, 4)) } : undefined),
    },
  }),
};

/** Numbers of people. */
export type HouseholdValues = {
  readonly counted: number;
  readonly children: number;
  readonly girls: number;
  readonly boys: number;
  readonly schoolAge: number;
  readonly underFive: number;
  readonly adults: number;
  readonly women: number;
};

const ageGroups = [
  'girlsUnder1',
  'boysUnder1',
  'girls1To4',
  'boys1To4',
  'girls5To11',
  'boys5To11',
  'girls12To17',
  'boys12To17',
  'women18To39',
  'men18To39',
  'women40To59',
  'men40To59',
  'women60To79',
  'men60To79',
  'womenOver79',
  'menOver79',
] as const;

/** Each age group has at most as many people as the ones before leave. */
function upToTheRest(i: number) {
  const before = ageGroups.slice(0, i);
  // Not with `...counts`, which would read all answers, and so its own.
  return (it: AnswersSoFar<typeof householdFields, object>) =>
    it.size === undefined
      ? undefined
      : { max: Math.max(0, it.size - sumOf(...before.map((name) => it[name]))) };
}

export const householdLogic = {
  calculate: {
    girls: ({ girlsUnder1, girls1To4, girls5To11, girls12To17 }) =>
      sumOf(girlsUnder1, girls1To4, girls5To11, girls12To17),
    boys: ({ boysUnder1, boys1To4, boys5To11, boys12To17 }) =>
      sumOf(boysUnder1, boys1To4, boys5To11, boys12To17),
    children: (it) =>
      sumOf(it.girlsUnder1, it.girls1To4, it.girls5To11, it.girls12To17) +
      sumOf(it.boysUnder1, it.boys1To4, it.boys5To11, it.boys12To17),
    schoolAge: ({ girls5To11, boys5To11, girls12To17, boys12To17 }) =>
      sumOf(girls5To11, boys5To11, girls12To17, boys12To17),
    underFive: ({ girlsUnder1, boysUnder1, girls1To4, boys1To4 }) =>
      sumOf(girlsUnder1, boysUnder1, girls1To4, boys1To4),
    women: ({ women18To39, women40To59, women60To79, womenOver79 }) =>
      sumOf(women18To39, women40To59, women60To79, womenOver79),
    adults: (it) =>
      sumOf(it.women18To39, it.women40To59, it.women60To79, it.womenOver79) +
      sumOf(it.men18To39, it.men40To59, it.men60To79, it.menOver79),
    counted: (it) =>
      sumOf(it.girlsUnder1, it.boysUnder1, it.girls1To4, it.boys1To4, it.girls5To11) +
      sumOf(it.boys5To11, it.girls12To17, it.boys12To17, it.women18To39, it.men18To39) +
      sumOf(it.women40To59, it.men40To59, it.women60To79, it.men60To79) +
      sumOf(it.womenOver79, it.menOver79),
  },
  when: {
    relation: ({ isHead }) => isHead === 'no',
    headIs: ({ isHead }) => isHead === 'no',
    headAge: ({ isHead }) => isHead === 'no',
    headWives: ({ headMarried, headIs, respondentIs }) =>
      headMarried === 'married' && (headIs ?? respondentIs) === 'man',
    pregnant: ({ women18To39, girls12To17 }) => sumOf(women18To39, girls12To17) > 0,
    nursing: ({ women18To39, girls12To17 }) => sumOf(women18To39, girls12To17) > 0,
    orphans: ({ children }) => children !== undefined && children > 0,
    fostered: ({ children }) => children !== undefined && children > 0,
    fosteredWhy: ({ fostered }) => fostered !== undefined && fostered > 0,
    leftWhy: ({ leftSince }) => leftSince !== undefined && leftSince > 0,
  },
  bounds: {
    ...Object.fromEntries(ageGroups.map((name, i) => [name, upToTheRest(i)])),
    disabled: ({ size }) => (size === undefined ? undefined : { max: size }),
    illLong: ({ size }) => (size === undefined ? undefined : { max: size }),
    orphans: ({ children }) => (children === undefined ? undefined : { max: children }),
    fostered: ({ children }) => (children === undefined ? undefined : { max: children }),
  },
  rules: [
    {
      at: 'menOver79',
      broken: ({ counted, size }) => size !== undefined && counted !== undefined && counted > size,
      message: 'Correct the numbers: together they are more than the people who live here',
    },
    {
      at: 'menOver79',
      broken: ({ counted, size }) => size !== undefined && counted !== undefined && counted < size,
      message: 'Check the numbers: together they are fewer than the people who live here',
      soft: true,
    },
    {
      at: 'boys12To17',
      broken: ({ children, size }) =>
        size !== undefined && children !== undefined && children > size,
      message: 'Correct the numbers of children: there are more than people',
    },
    {
      at: 'pregnant',
      broken: ({ pregnant, women18To39, women40To59, girls12To17 }) =>
        pregnant !== undefined && pregnant > sumOf(women18To39, women40To59, girls12To17),
      message: 'Enter fewer pregnant women: there are not so many women',
    },
    {
      at: 'nursing',
      broken: ({ nursing, women18To39, women40To59, girls12To17 }) =>
        nursing !== undefined && nursing > sumOf(women18To39, women40To59, girls12To17),
      message: 'Enter fewer nursing women: there are not so many women',
    },
    {
      at: 'nursing',
      broken: ({ nursing, underFive }) =>
        nursing !== undefined && underFive !== undefined && nursing > 0 && underFive === 0,
      message: 'Check the nursing women: there is no child younger than five',
      soft: true,
    },
  ],
} satisfies PartLogic<typeof householdFields, HouseholdValues>;

const names = namesOf(householdFields);
const at = (name: keyof typeof householdFields) => names.indexOf(name);

export const householdPages = [
  { title: 'The head of the household', fields: names.slice(0, at('size')) },
  { title: 'How many people', fields: names.slice(at('size'), at('pregnant')) },
  { title: 'Who needs most', fields: names.slice(at('pregnant'), at('members')) },
  { title: 'The people', fields: ['members'] },
] as const;
