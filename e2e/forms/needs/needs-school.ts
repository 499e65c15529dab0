import { choice, choices, currency, longText, number } from '#core/fields/index.ts';
import { namesOf, type PartLogic } from '../parts.ts';
import { goodPoor } from '../usual-options.ts';
import type { householdFields, HouseholdValues } from './needs-household.ts';
import { count, isTrue, mayBeTrue, sumOf } from './question-kinds.ts';

const barriers = [
  ['fees', 'It costs too much'],
  ['far', 'It is too far'],
  ['work', 'They work'],
  ['home', 'They help at home'],
  ['married', 'They are married'],
  ['unsafe', 'It is not safe'],
  ['closed', 'There is no school'],
] as const;

export const schoolFields = {
  girlsSchool5: count('How many girls of 5 to 11 go to school?', 40),
  boysSchool5: count('How many boys of 5 to 11 go to school?', 40),
  girlsSchool12: count('How many girls of 12 to 17 go to school?', 40),
  boysSchool12: count('How many boys of 12 to 17 go to school?', 40),
  girlsLeft: count('How many girls left school this year?', 40),
  boysLeft: count('How many boys left school this year?', 40),
  girlsBarriers: choices({ label: 'Why do girls not go?', options: barriers, min: 1, max: 3 }),
  girlsBarrier: choice({ label: 'What is the main reason for girls?', options: barriers }),
  boysBarriers: choices({ label: 'Why do boys not go?', options: barriers, min: 1, max: 3 }),
  boysBarrier: choice({ label: 'What is the main reason for boys?', options: barriers }),
  schoolWalk: number({
    label: 'How far is the school on foot?',
    unit: 'minutes',
    min: 0,
    max: 300,
  }),
  schoolState: choice({ label: 'How good is the building of the school?', options: goodPoor }),
  schoolClass: count('How many children are in a class?', 300),
  schoolMeal: isTrue('Do they eat at school?'),
  schoolWater: mayBeTrue('Is there water at school?'),
  schoolToilets: mayBeTrue('Do girls have a toilet of their own?'),
  schoolFees: currency({ label: 'What does it cost in a month?', currency: 'USD', max: 2000 }),
  schoolDays: number({
    label: 'How many days were missed last month?',
    whole: true,
    min: 0,
    max: 31,
  }),
  schoolMissed: choices({
    label: 'Why were they missed?',
    options: [
      ['ill', 'The child was ill'],
      ['teacher', 'The teacher was not there'],
      ['rain', 'It rained'],
      ['work', 'The child worked'],
    ],
    min: 1,
  }),
  religious: count('How many go to a religious school only?', 40),
  adultsRead: count('How many adults can read?', 40),
  schoolNote: longText({ label: 'More about school', max: 600, rows: 3, optional: true }),
};

export type SchoolValues = { readonly inSchool: number };

export const schoolLogic = {
  calculate: {
    inSchool: ({ girlsSchool5, boysSchool5, girlsSchool12, boysSchool12 }) =>
      sumOf(girlsSchool5, boysSchool5, girlsSchool12, boysSchool12),
  },
  offered: {
    girlsBarrier: ({ girlsBarriers }, { value }) => girlsBarriers?.some((it) => it === value),
    boysBarrier: ({ boysBarriers }, { value }) => boysBarriers?.some((it) => it === value),
  },
  when: {
    girlsSchool5: ({ girls5To11 }) => girls5To11 !== undefined && girls5To11 > 0,
    boysSchool5: ({ boys5To11 }) => boys5To11 !== undefined && boys5To11 > 0,
    girlsSchool12: ({ girls12To17 }) => girls12To17 !== undefined && girls12To17 > 0,
    boysSchool12: ({ boys12To17 }) => boys12To17 !== undefined && boys12To17 > 0,
    girlsLeft: ({ girls5To11, girls12To17 }) => sumOf(girls5To11, girls12To17) > 0,
    boysLeft: ({ boys5To11, boys12To17 }) => sumOf(boys5To11, boys12To17) > 0,
    girlsBarriers: (it) =>
      sumOf(it.girlsSchool5, it.girlsSchool12) < sumOf(it.girls5To11, it.girls12To17),
    girlsBarrier: ({ girlsBarriers }) => girlsBarriers !== undefined && girlsBarriers.length > 1,
    boysBarriers: (it) =>
      sumOf(it.boysSchool5, it.boysSchool12) < sumOf(it.boys5To11, it.boys12To17),
    boysBarrier: ({ boysBarriers }) => boysBarriers !== undefined && boysBarriers.length > 1,
    schoolState: ({ inSchool }) => inSchool !== undefined && inSchool > 0,
    schoolClass: ({ inSchool }) => inSchool !== undefined && inSchool > 0,
    schoolMeal: ({ inSchool }) => inSchool !== undefined && inSchool > 0,
    schoolWater: ({ inSchool }) => inSchool !== undefined && inSchool > 0,
    schoolToilets: ({ girlsSchool5, girlsSchool12 }) => sumOf(girlsSchool5, girlsSchool12) > 0,
    schoolFees: ({ inSchool }) => inSchool !== undefined && inSchool > 0,
    schoolDays: ({ inSchool }) => inSchool !== undefined && inSchool > 0,
    schoolMissed: ({ schoolDays }) => schoolDays !== undefined && schoolDays > 0,
    religious: ({ schoolAge }) => schoolAge !== undefined && schoolAge > 0,
  },
  bounds: {
    girlsSchool5: ({ girls5To11 }) => (girls5To11 === undefined ? undefined : { max: girls5To11 }),
    boysSchool5: ({ boys5To11 }) => (boys5To11 === undefined ? undefined : { max: boys5To11 }),
    girlsSchool12: ({ girls12To17 }) =>
      girls12To17 === undefined ? undefined : { max: girls12To17 },
    boysSchool12: ({ boys12To17 }) => (boys12To17 === undefined ? undefined : { max: boys12To17 }),
    adultsRead: ({ adults }) => (adults === undefined ? undefined : { max: adults }),
  },
  rules: [
    {
      at: 'religious',
      broken: ({ religious, schoolAge }) =>
        religious !== undefined && schoolAge !== undefined && religious > schoolAge,
      message: 'Enter fewer children: there are not so many of that age',
    },
    {
      at: 'boysLeft',
      broken: (it) => sumOf(it.girlsLeft, it.boysLeft) > sumOf(it.schoolAge, it.schoolAge),
      message: 'Enter fewer children who left: there are not so many of that age',
    },
    {
      at: 'religious',
      broken: ({ religious, inSchool, schoolAge }) =>
        schoolAge !== undefined && sumOf(religious, inSchool) > schoolAge,
      message: 'Check the children in school: together they are more than of that age',
      soft: true,
    },
  ],
} satisfies PartLogic<typeof schoolFields & typeof householdFields, SchoolValues, HouseholdValues>;

const names = namesOf(schoolFields);
const at = (name: keyof typeof schoolFields) => names.indexOf(name);

export const schoolPages = [
  { title: 'Who goes to school', fields: names.slice(0, at('schoolWalk')) },
  { title: 'The school', fields: names.slice(at('schoolWalk')) },
] as const;
