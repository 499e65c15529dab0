import {
  choice,
  choiceFrom,
  choices,
  currency,
  longText,
  note,
  number,
  repeat,
  text,
  year,
} from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { list } from '#core/form/list.ts';

const yesNo = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;

/** A survey of a household, which shows what a form can do: pages, people, conditions, calculated values, rules. */
export const household = defineForm({
  id: 'household',
  version: 1,
  title: 'Household survey',
  introduction: 'Tell us who lives with you, and about your home. It takes five minutes.',
  action: 'Send',
  fields: {
    governorate: choice({
      label: 'Which governorate do you live in?',
      noun: 'your governorate',
      options: [
        ['ajloun', 'Ajloun'],
        ['amman', 'Amman'],
        ['aqaba', 'Aqaba'],
        ['balqa', 'Balqa'],
        ['irbid', 'Irbid'],
        ['jerash', 'Jerash'],
        ['karak', 'Karak'],
        ['maan', 'Maan'],
        ['madaba', 'Madaba'],
        ['mafraq', 'Mafraq'],
        ['tafilah', 'Tafilah'],
        ['zarqa', 'Zarqa'],
      ],
    }),
    town: choiceFrom({
      label: 'Which town is it, or which is the nearest?',
      noun: 'your town',
      list: list(() => import('./lists/towns.ts')),
      example: 'ajloun',
    }),
    since: year({
      label: 'Since which year have you lived there?',
      noun: 'the year in which you moved there',
      min: 1920,
      optional: true,
    }),
    size: number({
      label: 'How many people live in your household?',
      noun: 'how many people live in your household',
      hint: 'Everybody who usually sleeps and eats there, with babies, and with you.',
      whole: true,
      min: 1,
      max: 30,
    }),
    people: repeat({
      label: 'The people',
      one: 'Person',
      count: 'size',
      max: 30,
      item: ({ name }) => name,
      fields: {
        name: text({ label: 'First name', max: 60, autoComplete: 'off', example: 'Rana' }),
        age: number({
          label: 'How old is {name|this person}?',
          noun: 'the age',
          hint: 'In years: 0 for a baby.',
          whole: true,
          min: 0,
          max: 120,
        }),
        school: choice({ label: 'Does {name|this person} go to school?', options: yesNo }),
        work: choice({
          label: 'What does {name|this person} do most of the time?',
          options: [
            ['employed', 'Works for pay'],
            ['own', 'Works on their own account'],
            ['home', 'Looks after the home'],
            ['studies', 'Studies'],
            ['looking', 'Looks for work'],
            ['retired', 'Is retired'],
            ['other', 'Something else'],
          ],
          other: 'other',
        }),
      },
      when: {
        school: ({ age }) => age !== undefined && age >= 5 && age < 18,
        work: ({ age }) => age !== undefined && age >= 15,
      },
    }),
    summary: note({
      label: 'So far',
      text: 'You told us about **{size|some} people**, and {children|none} of them are under 18.',
    }),
    bedrooms: number({ label: 'How many bedrooms are there?', whole: true, min: 0, max: 40 }),
    rent: choice({
      label: 'Do you rent your home?',
      options: yesNo,
    }),
    price: currency({ label: 'What is the rent for a month?', currency: 'JOD', decimals: 3 }),
    water: choices({
      label: 'Where does your drinking water come from?',
      hint: 'Choose up to three.',
      options: [
        ['pipe', 'The public network'],
        ['tanker', 'A tanker'],
        ['bottle', 'Bottles'],
        ['well', 'A well or a spring'],
        ['rain', 'Rain'],
        ['other', 'Somewhere else'],
        ['unknown', 'I do not know'],
      ],
      max: 3,
      other: 'other',
      exclusive: ['unknown'],
    }),
    boil: note({
      label: 'Before you drink it',
      text: 'Water from a well, a spring or a roof is safe once it has **boiled for a minute**.',
    }),
    comments: longText({
      label: 'Is there anything else that we should know?',
      wordLimit: 100,
      rows: 4,
      optional: true,
    }),
  },
  calculate: {
    children: ({ people }) => people?.filter(({ age }) => age !== undefined && age < 18).length,
  },
  offered: {
    town: ({ governorate }, option) => option['governorate'] === governorate,
  },
  bounds: {
    since: (_, { today }) => (today ? { max: Number(today.slice(0, 4)) } : undefined),
  },
  when: {
    price: ({ rent }) => rent === 'yes',
    boil: ({ water }) => water?.some((it) => it === 'well' || it === 'rain'),
  },
  rules: [
    {
      at: 'people',
      broken: ({ size, children }) => size !== undefined && children === size,
      message: 'Check the ages: nobody is 18 or older',
      soft: true,
    },
    {
      at: 'bedrooms',
      broken: ({ bedrooms, size }) =>
        bedrooms !== undefined && size !== undefined && bedrooms > size * 5,
      message: 'Enter the number of bedrooms: there are more than five for each person',
    },
  ],
  pages: [
    { title: 'Where you live', fields: ['governorate', 'town', 'since'] },
    {
      title: 'Who lives with you',
      guidance: 'First names are enough. Nobody is identified in what we publish.',
      fields: ['size', 'people'],
    },
    { title: 'Your home', fields: ['summary', 'bedrooms', 'rent', 'price', 'water', 'boil'] },
    { title: 'Anything else', fields: ['comments'] },
  ],
  thanks: ({ answers }) =>
    `Thank you. We have noted ${answers.size} ${answers.size === 1 ? 'person' : 'people'}.`,
  nextStep: 'You can change your answers under “My entries” whenever something changes.',
});
