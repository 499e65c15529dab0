import { choice, choices, currency, longText, number, text } from '#core/fields/index.ts';
import { namesOf, type PartLogic } from '../parts.ts';
import { count, isTrue, mayBeTrue, sumOf } from './question-kinds.ts';
import type { foodFields, FoodValues } from './needs-food.ts';
import type { householdFields, HouseholdValues } from './needs-household.ts';

const dollars = (label: string) => currency({ label, currency: 'USD', max: 50_000 });

const incomes = [
  ['farm', 'Farming'],
  ['animals', 'Animals'],
  ['fish', 'Fishing'],
  ['day', 'Work by the day'],
  ['wage', 'A wage'],
  ['trade', 'Trade'],
  ['send', 'Money from relatives'],
  ['aid', 'Aid'],
  ['none', 'None'],
] as const;

const crops = [
  ['maize', 'Maize'],
  ['sorghum', 'Sorghum'],
  ['sesame', 'Sesame'],
  ['vegetable', 'Vegetables'],
  ['fruit', 'Fruit'],
] as const;

export const incomeFields = {
  incomeSources: choices({
    label: 'Where did money come from last month?',
    options: incomes,
    exclusive: ['none'],
    max: 5,
  }),
  incomeMain: choice({ label: 'Which brought most?', options: incomes }),
  incomeTotal: dollars('How much money came in last month?'),
  incomeUsual: choice({
    label: 'Compared with a year ago, that is',
    options: [
      ['more', 'More'],
      ['same', 'The same'],
      ['less', 'Less'],
    ],
  }),
  earners: count('How many people earn money?', 40),
  earnersWomen: count('How many of them are women?', 40),
  earnersChildren: count('How many of them are children?', 40),
  workDays: number({ label: 'On how many days was there work?', whole: true, min: 0, max: 31 }),
  wageDay: dollars('What does a day of work bring?'),
  employer: text({ label: 'For whom do they work?', max: 120 }),
  sentFrom: choice({
    label: 'Where do the relatives live?',
    options: [
      ['town', 'In a town of this country'],
      ['near', 'In a country nearby'],
      ['far', 'Far away'],
    ],
  }),
  sentSum: dollars('How much did they send?'),
  hasLand: isTrue('Do you have land?'),
  landArea: number({ label: 'How much land?', unit: 'ha', min: 0, max: 5000 }),
  landUsed: number({ label: 'How much of it was planted?', unit: 'ha', min: 0, max: 5000 }),
  landNot: choice({
    label: 'Why was the rest not planted?',
    options: [
      ['rain', 'No rain'],
      ['seed', 'No seed'],
      ['tools', 'No tools'],
      ['unsafe', 'It is not safe there'],
    ],
  }),
  cropsGrown: choices({ label: 'What did you grow?', options: crops, min: 1 }),
  cropMain: choice({ label: 'What did you grow most?', options: crops }),
  harvest: number({ label: 'How many sacks did you harvest?', min: 0, max: 9999 }),
  harvestUsual: number({ label: 'How many are usual?', min: 0, max: 9999 }),
  irrigated: isTrue('Do you water the fields?'),
  pests: choices({
    label: 'What harmed the plants?',
    options: [
      ['locust', 'Locusts'],
      ['worm', 'Worms'],
      ['birds', 'Birds'],
      ['flood', 'Water'],
      ['none', 'Nothing'],
    ],
    exclusive: ['none'],
  }),
  hasAnimals: isTrue('Do you have animals?'),
  camels: count('Camels', 999),
  cattle: count('Cattle', 999),
  sheep: count('Sheep and goats', 999),
  donkeys: count('Donkeys', 99),
  poultry: count('Poultry', 999),
  animalsLost: count('How many animals died in three months?', 999),
  animalsWhy: choice({
    label: 'Why did most of them die?',
    options: [
      ['fodder', 'There was no fodder'],
      ['water', 'There was no water'],
      ['ill', 'They were ill'],
      ['stolen', 'They were stolen'],
    ],
  }),
  vet: mayBeTrue('Can you reach somebody who treats animals?'),
  spentFood: dollars('Spent on food last month'),
  spentWater: dollars('Spent on water last month'),
  spentRent: dollars('Spent on rent last month'),
  spentHealth: dollars('Spent on health last month'),
  spentSchool: dollars('Spent on school last month'),
  spentTransport: dollars('Spent on transport last month'),
  spentPhone: dollars('Spent on the telephone last month'),
  spentOther: dollars('Spent on other things last month'),
  inDebt: isTrue('Do you owe money?'),
  debt: dollars('How much do you owe?'),
  debtTo: choices({
    label: 'To whom?',
    options: [
      ['shop', 'A shop'],
      ['family', 'Relatives'],
      ['lender', 'Somebody who lends money'],
      ['bank', 'A bank'],
    ],
    min: 1,
  }),
  debtWhy: choices({
    label: 'What for?',
    options: [
      ['food', 'Food'],
      ['health', 'Health'],
      ['school', 'School'],
      ['trade', 'Trade'],
      ['travel', 'Travel'],
    ],
    min: 1,
    max: 3,
  }),
  savings: mayBeTrue('Do you have savings?'),
  incomeNote: longText({ label: 'More about money', max: 600, rows: 3, optional: true }),
};

export type IncomeValues = { readonly spentTotal: number; readonly animalsTotal: number };

export const incomeLogic = {
  calculate: {
    spentTotal: (it) =>
      sumOf(it.spentFood, it.spentWater, it.spentRent, it.spentHealth) +
      sumOf(it.spentSchool, it.spentTransport, it.spentPhone, it.spentOther),
    animalsTotal: ({ camels, cattle, sheep, donkeys, poultry }) =>
      sumOf(camels, cattle, sheep, donkeys, poultry),
  },
  offered: {
    incomeMain: ({ incomeSources }, { value }) => incomeSources?.some((it) => it === value),
    cropMain: ({ cropsGrown }, { value }) => cropsGrown?.some((it) => it === value),
  },
  when: {
    incomeMain: ({ incomeSources }) => incomeSources !== undefined && incomeSources.length > 1,
    incomeTotal: ({ incomeSources }) => !incomeSources?.includes('none'),
    incomeUsual: ({ incomeSources }) => !incomeSources?.includes('none'),
    earners: ({ incomeSources }) => !incomeSources?.includes('none'),
    earnersWomen: ({ earners }) => earners !== undefined && earners > 0,
    earnersChildren: ({ earners, children }) =>
      earners !== undefined && earners > 0 && children !== undefined && children > 0,
    workDays: ({ incomeSources }) => incomeSources?.includes('day'),
    wageDay: ({ incomeSources }) => incomeSources?.includes('day'),
    employer: ({ incomeSources }) => incomeSources?.includes('wage'),
    sentFrom: ({ incomeSources }) => incomeSources?.includes('send'),
    sentSum: ({ incomeSources }) => incomeSources?.includes('send'),
    landArea: ({ hasLand }) => hasLand === 'yes',
    landUsed: ({ hasLand }) => hasLand === 'yes',
    landNot: ({ landArea, landUsed }) =>
      landArea !== undefined && landUsed !== undefined && landUsed < landArea,
    cropsGrown: ({ landUsed }) => landUsed !== undefined && landUsed > 0,
    cropMain: ({ cropsGrown }) => cropsGrown !== undefined && cropsGrown.length > 1,
    harvest: ({ cropsGrown }) => cropsGrown !== undefined,
    harvestUsual: ({ cropsGrown }) => cropsGrown !== undefined,
    irrigated: ({ landUsed }) => landUsed !== undefined && landUsed > 0,
    pests: ({ cropsGrown }) => cropsGrown !== undefined,
    camels: ({ hasAnimals }) => hasAnimals === 'yes',
    cattle: ({ hasAnimals }) => hasAnimals === 'yes',
    sheep: ({ hasAnimals }) => hasAnimals === 'yes',
    donkeys: ({ hasAnimals }) => hasAnimals === 'yes',
    poultry: ({ hasAnimals }) => hasAnimals === 'yes',
    animalsLost: ({ hasAnimals }) => hasAnimals === 'yes',
    animalsWhy: ({ animalsLost }) => animalsLost !== undefined && animalsLost > 0,
    vet: ({ hasAnimals }) => hasAnimals === 'yes',
    debt: ({ inDebt }) => inDebt === 'yes',
    debtTo: ({ inDebt }) => inDebt === 'yes',
    debtWhy: ({ inDebt }) => inDebt === 'yes',
  },
  bounds: {
    earners: ({ size }) => (size === undefined ? undefined : { max: size }),
    earnersWomen: ({ earners }) => (earners === undefined ? undefined : { max: earners }),
    landUsed: ({ landArea }) => (landArea === undefined ? undefined : { max: landArea }),
    sentSum: ({ incomeTotal }) => (incomeTotal === undefined ? undefined : { max: incomeTotal }),
  },
  rules: [
    {
      at: 'earnersChildren',
      broken: ({ earners, earnersWomen, earnersChildren }) =>
        earners !== undefined && sumOf(earnersWomen, earnersChildren) > earners,
      message: 'Enter fewer people who earn: women and children are more than all of them',
    },
    {
      at: 'spentOther',
      broken: ({ spentTotal, incomeTotal }) =>
        incomeTotal !== undefined && spentTotal !== undefined && spentTotal > incomeTotal * 3,
      message: 'Check what was spent: it is more than three times what came in',
      soft: true,
    },
    {
      at: 'spentFood',
      broken: ({ spentFood, foodSpent }) =>
        spentFood !== undefined && foodSpent !== undefined && spentFood !== foodSpent,
      message: 'Check what was spent on food: before, you said something else',
      soft: true,
    },
    {
      at: 'poultry',
      broken: ({ hasAnimals, animalsTotal }) => hasAnimals === 'yes' && animalsTotal === 0,
      message: 'Enter the number of animals: you have some',
      soft: true,
    },
    {
      at: 'debt',
      broken: ({ inDebt, debt }) => inDebt === 'yes' && debt === 0,
      message: 'Enter how much you owe: it is more than nothing',
    },
  ],
} satisfies PartLogic<
  typeof incomeFields & typeof foodFields & typeof householdFields,
  IncomeValues,
  FoodValues & HouseholdValues
>;

const names = namesOf(incomeFields);
const at = (name: keyof typeof incomeFields) => names.indexOf(name);

export const incomePages = [
  { title: 'Money', fields: names.slice(0, at('hasLand')) },
  { title: 'Land', fields: names.slice(at('hasLand'), at('hasAnimals')) },
  { title: 'Animals', fields: names.slice(at('hasAnimals'), at('spentFood')) },
  { title: 'Spending and debts', fields: names.slice(at('spentFood')) },
] as const;
