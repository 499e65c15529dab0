import { choice, choices, currency, longText, number, rating } from '#core/fields/index.ts';
import { namesOf, type PartLogic } from '../parts.ts';
import { goodPoor } from '../usual-options.ts';
import type { householdFields, HouseholdValues } from './needs-household.ts';
import { count, isTrue, mayBeTrue, sumOf } from './question-kinds.ts';

const waterSources = [
  ['pipe', 'A pipe in the home'],
  ['tap', 'A public tap'],
  ['borehole', 'A borehole'],
  ['well', 'A covered well'],
  ['open', 'An open well'],
  ['river', 'A river or pond'],
  ['truck', 'A lorry with water'],
  ['kiosk', 'A kiosk'],
  ['rain', 'Rain'],
] as const;

const litres = (label: string) => number({ label, unit: 'litres', min: 0, max: 5000 });

export const waterFields = {
  drinkFrom: choice({ label: 'Where does drinking water come from?', options: waterSources }),
  drinkSecond: choice({ label: 'Where from, if there is none?', options: waterSources }),
  washFrom: choice({ label: 'Where does other water come from?', options: waterSources }),
  waterWalk: number({ label: 'How far is it on foot?', unit: 'minutes', min: 0, max: 600 }),
  waterQueue: number({ label: 'How long do you wait there?', unit: 'minutes', min: 0, max: 600 }),
  waterTrips: count('How often do you go in a day?', 30),
  waterWho: choice({
    label: 'Who fetches it?',
    options: [
      ['women', 'Women'],
      ['men', 'Men'],
      ['girls', 'Girls'],
      ['boys', 'Boys'],
    ],
  }),
  waterPaid: isTrue('Do you pay for it?'),
  waterPrice: currency({ label: 'What do 20 litres cost?', currency: 'USD', max: 50 }),
  waterDrink: litres('How much do you drink in a day?'),
  waterCook: litres('How much do you cook with in a day?'),
  waterWash: litres('How much do you wash with in a day?'),
  waterAnimals: litres('How much do the animals get in a day?'),
  waterAll: litres('How much do you use in a day, in all?'),
  jars: count('How many jars or cans do you have?', 200),
  jarsLitres: litres('How much do they contain together?'),
  jarsClosed: choice({
    label: 'Are they closed?',
    options: [
      ['all', 'All of them'],
      ['some', 'Some of them'],
      ['none', 'None of them'],
    ],
  }),
  waterEnough: choice({
    label: 'Is there enough?',
    options: [
      ['always', 'Always'],
      ['mostly', 'On most days'],
      ['seldom', 'On few days'],
      ['never', 'Never'],
    ],
  }),
  waterLess: choices({
    label: 'What do you do when there is not enough?',
    options: [
      ['drink', 'Drink less'],
      ['wash', 'Wash less'],
      ['far', 'Go further'],
      ['buy', 'Buy it'],
      ['credit', 'Owe for it'],
    ],
    min: 1,
  }),
  waterTaste: rating({ label: 'How good does it taste?', max: 5, ends: ['Bad', 'Good'] }),
  waterTreated: isTrue('Do you treat it before you drink?'),
  waterTreatedHow: choices({
    label: 'How do you treat it?',
    options: [
      ['boil', 'Boil it'],
      ['chlorine', 'Add chlorine'],
      ['filter', 'Filter it'],
      ['sun', 'Put it in the sun'],
      ['settle', 'Let it settle'],
    ],
    min: 1,
  }),
  waterUnsafe: mayBeTrue('Is the way to the water dangerous?'),
  waterUnsafeHow: longText({ label: 'What is dangerous?', max: 600, rows: 3, optional: true }),
  toiletKind: choice({
    label: 'Which toilet do you use?',
    options: [
      ['flush', 'One with water'],
      ['pit', 'A pit with a slab'],
      ['open', 'An open pit'],
      ['none', 'None'],
    ],
  }),
  toiletWhere: choice({
    label: 'Where do you go, then?',
    options: [
      ['bush', 'Behind the bushes'],
      ['neighbour', 'To neighbours'],
      ['field', 'To a field for that'],
    ],
  }),
  toiletShared: isTrue('Do you share it?'),
  toiletHouseholds: count('With how many households?', 200),
  toiletState: choice({ label: 'In which state is it?', options: goodPoor }),
  toiletLock: isTrue('Can it be locked from inside?'),
  toiletLight: isTrue('Is it lit at night?'),
  toiletWomen: mayBeTrue('Do women feel safe there?'),
  toiletReach: mayBeTrue('Can people who walk badly use it?'),
  soap: isTrue('Is there soap today?'),
  soapNot: choice({
    label: 'Why is there none?',
    options: [
      ['money', 'It costs too much'],
      ['shop', 'No shop has it'],
      ['need', 'We do not need it'],
    ],
  }),
  washing: choices({
    label: 'When do you wash your hands?',
    options: [
      ['eat', 'Before eating'],
      ['cook', 'Before cooking'],
      ['toilet', 'After the toilet'],
      ['child', 'After cleaning a child'],
      ['never', 'Never'],
    ],
    exclusive: ['never'],
  }),
  pads: mayBeTrue('Do women have what they need each month?'),
  padsNot: choice({
    label: 'What do they lack most?',
    options: [
      ['pads', 'Pads'],
      ['soap', 'Soap'],
      ['privacy', 'Privacy'],
      ['money', 'Money'],
    ],
  }),
  waste: choice({
    label: 'Where does waste go?',
    options: [
      ['collected', 'It is collected'],
      ['pit', 'Into a pit'],
      ['burnt', 'It is burnt'],
      ['street', 'Onto the street'],
    ],
  }),
};

export type WaterValues = { readonly waterSum: number; readonly waterEach: number };

export const waterLogic = {
  calculate: {
    waterSum: ({ waterDrink, waterCook, waterWash, waterAnimals }) =>
      sumOf(waterDrink, waterCook, waterWash, waterAnimals),
    waterEach: ({ waterAll, size }) =>
      waterAll === undefined || size === undefined ? undefined : Math.round(waterAll / size),
  },
  offered: {
    drinkSecond: ({ drinkFrom }, { value }) => value !== drinkFrom,
    washFrom: ({ drinkFrom }, { value }) => drinkFrom === 'pipe' || value !== 'pipe',
  },
  when: {
    waterWalk: ({ drinkFrom }) => drinkFrom !== 'pipe' && drinkFrom !== 'rain',
    waterQueue: ({ drinkFrom }) => drinkFrom !== 'pipe' && drinkFrom !== 'rain',
    waterTrips: ({ waterWalk }) => waterWalk !== undefined,
    waterWho: ({ waterWalk }) => waterWalk !== undefined,
    waterPrice: ({ waterPaid }) => waterPaid === 'yes',
    jarsLitres: ({ jars }) => jars !== undefined && jars > 0,
    jarsClosed: ({ jars }) => jars !== undefined && jars > 0,
    waterLess: ({ waterEnough }) => waterEnough !== undefined && waterEnough !== 'always',
    waterTreatedHow: ({ waterTreated }) => waterTreated === 'yes',
    waterUnsafe: ({ waterWalk }) => waterWalk !== undefined && waterWalk > 0,
    waterUnsafeHow: ({ waterUnsafe }) => waterUnsafe === 'yes',
    toiletWhere: ({ toiletKind }) => toiletKind === 'none',
    toiletShared: ({ toiletKind }) => toiletKind !== undefined && toiletKind !== 'none',
    toiletHouseholds: ({ toiletShared }) => toiletShared === 'yes',
    toiletState: ({ toiletKind }) => toiletKind !== undefined && toiletKind !== 'none',
    toiletLock: ({ toiletKind }) => toiletKind !== undefined && toiletKind !== 'none',
    toiletLight: ({ toiletKind }) => toiletKind !== undefined && toiletKind !== 'none',
    toiletWomen: ({ toiletKind }) => toiletKind !== undefined && toiletKind !== 'none',
    toiletReach: ({ toiletKind, disabled }) =>
      toiletKind !== 'none' && disabled !== undefined && disabled > 0,
    soapNot: ({ soap }) => soap === 'no',
    pads: ({ women }) => women !== undefined && women > 0,
    padsNot: ({ pads }) => pads === 'no',
  },
  bounds: {
    jarsLitres: ({ jars }) => (jars === undefined ? undefined : { max: jars * 200 }),
    waterAll: ({ waterDrink }) => (waterDrink === undefined ? undefined : { min: waterDrink }),
  },
  rules: [
    {
      at: 'waterAll',
      broken: ({ waterSum, waterAll }) =>
        waterSum !== undefined && waterAll !== undefined && waterAll < waterSum,
      message: 'Enter at least the sum of what you drink, cook and wash with',
    },
    {
      at: 'waterAll',
      broken: ({ waterEach }) => waterEach !== undefined && waterEach < 3,
      message: 'Check the water: less than 3 litres for each person',
      soft: true,
    },
    {
      at: 'waterTrips',
      broken: ({ waterWalk, waterQueue, waterTrips }) =>
        waterTrips !== undefined && sumOf(waterWalk, waterWalk, waterQueue) * waterTrips > 1440,
      message: 'Enter fewer trips: a day has 24 hours',
    },
  ],
} satisfies PartLogic<typeof waterFields & typeof householdFields, WaterValues, HouseholdValues>;

const names = namesOf(waterFields);
const at = (name: keyof typeof waterFields) => names.indexOf(name);

export const waterPages = [
  { title: 'Water', fields: names.slice(0, at('waterDrink')) },
  { title: 'How much water', fields: names.slice(at('waterDrink'), at('waterTaste')) },
  { title: 'How good it is', fields: names.slice(at('waterTaste'), at('toiletKind')) },
  { title: 'Toilets', fields: names.slice(at('toiletKind'), at('soap')) },
  { title: 'Washing and waste', fields: names.slice(at('soap')) },
] as const;
