import { choice, choices, currency, longText, matrix, number } from '#core/fields/index.ts';
import { namesOf, type PartLogic } from '../parts.ts';
import { howOften } from '../usual-options.ts';
import { count, days, isTrue, mayBeTrue, sumOf } from './question-kinds.ts';
import type { householdFields, HouseholdValues } from './needs-household.ts';

const foodSources = [
  ['market', 'Bought at a market'],
  ['own', 'Our own fields or animals'],
  ['aid', 'Aid'],
  ['gift', 'A gift'],
  ['loan', 'On credit'],
  ['work', 'For work'],
] as const;

export const foodFields = {
  mealsAdults: number({ label: 'Meals of the adults yesterday', whole: true, min: 0, max: 6 }),
  mealsChildren: number({ label: 'Meals of the children yesterday', whole: true, min: 0, max: 8 }),
  cereals: days('On how many days did you eat cereals?'),
  cerealsFrom: choice({ label: 'Where did the cereals come from?', options: foodSources }),
  roots: days('On how many days did you eat roots?'),
  rootsFrom: choice({ label: 'Where did the roots come from?', options: foodSources }),
  beans: days('On how many days did you eat beans or nuts?'),
  beansFrom: choice({ label: 'Where did the beans come from?', options: foodSources }),
  vegetables: days('On how many days did you eat vegetables?'),
  vegetablesFrom: choice({ label: 'Where did the vegetables come from?', options: foodSources }),
  fruit: days('On how many days did you eat fruit?'),
  fruitFrom: choice({ label: 'Where did the fruit come from?', options: foodSources }),
  meat: days('On how many days did you eat meat or fish?'),
  meatFrom: choice({ label: 'Where did the meat or fish come from?', options: foodSources }),
  milk: days('On how many days did you have milk?'),
  milkFrom: choice({ label: 'Where did the milk come from?', options: foodSources }),
  sugar: days('On how many days did you eat sugar?'),
  oil: days('On how many days did you eat oil?'),
  cheaper: days('On how many days did you eat cheaper food?'),
  borrowed: days('On how many days did you borrow food?'),
  lessFood: days('On how many days were the meals small?'),
  adultsLess: days('On how many days did adults eat less for the children?'),
  fewerMeals: days('On how many days did you leave out meals?'),
  wholeDay: choice({
    label: 'In the last month, was there no food for a whole day?',
    options: howOften,
  }),
  nightHungry: choice({
    label: 'In the last month, did somebody go to bed hungry?',
    options: howOften,
  }),
  noFood: choice({ label: 'In the last month, was there no food in the home?', options: howOften }),
  stores: isTrue('Do you have food in store?'),
  storesDays: number({ label: 'For how many days?', whole: true, min: 1, max: 400 }),
  storesLost: choices({
    label: 'What spoils it?',
    options: [
      ['insects', 'Insects'],
      ['rats', 'Rats'],
      ['damp', 'Damp'],
      ['theft', 'Theft'],
      ['none', 'Nothing'],
    ],
    exclusive: ['none'],
  }),
  market: number({ label: 'How far is the market on foot?', unit: 'minutes', min: 0, max: 600 }),
  marketBarriers: choices({
    label: 'What keeps you from the market?',
    options: [
      ['money', 'No money'],
      ['far', 'It is too far'],
      ['unsafe', 'It is not safe'],
      ['empty', 'There is nothing to buy'],
      ['none', 'Nothing'],
    ],
    exclusive: ['none'],
    max: 3,
  }),
  cooks: choice({
    label: 'What do you cook with?',
    options: [
      ['wood', 'Wood'],
      ['charcoal', 'Charcoal'],
      ['gas', 'Gas'],
      ['none', 'We do not cook'],
    ],
  }),
  fuelSpent: currency({ label: 'What did it cost last month?', currency: 'USD', max: 5000 }),
  foodSpent: currency({ label: 'What did food cost last month?', currency: 'USD', max: 20_000 }),
  babyMilk: mayBeTrue('Are children under 6 months nursed by their mother?'),
  babyOther: choices({
    label: 'What else do they get?',
    options: [
      ['water', 'Water'],
      ['formula', 'Powdered milk'],
      ['animal', 'Milk of animals'],
      ['sugar', 'Sugar water'],
    ],
    min: 1,
  }),
  childrenThin: count('How many children were called too thin by a nurse?', 40),
  childrenTreated: count('How many of them were treated?', 40),
  treatedNot: longText({ label: 'Why were the others not treated?', max: 600, rows: 3 }),
  strategies: matrix({
    label: 'What did you have to do in the last month?',
    rows: [
      ['sell', 'Sell things of the household'],
      ['save', 'Spend savings'],
      ['animals', 'Sell the last animals'],
      ['beg', 'Beg'],
    ],
    columns: [
      ['yes', 'Yes'],
      ['no', 'No'],
      ['gone', 'No, nothing is left'],
    ],
  }),
};

export type FoodValues = { readonly foodScore: number; readonly copingScore: number };

export const foodLogic = {
  calculate: {
    foodScore: ({ cereals, roots, beans, vegetables, fruit, meat, milk, sugar, oil }) =>
      Math.max(cereals ?? 0, roots ?? 0) * 2 +
      sumOf(vegetables, fruit) +
      (beans ?? 0) * 3 +
      sumOf(meat, milk) * 4 +
      sumOf(sugar, oil) / 2,
    copingScore: ({ cheaper, borrowed, lessFood, adultsLess, fewerMeals }) =>
      sumOf(cheaper, lessFood, fewerMeals) + (borrowed ?? 0) * 2 + (adultsLess ?? 0) * 3,
  },
  when: {
    mealsChildren: ({ children }) => children !== undefined && children > 0,
    cerealsFrom: ({ cereals }) => cereals !== undefined && cereals > 0,
    rootsFrom: ({ roots }) => roots !== undefined && roots > 0,
    beansFrom: ({ beans }) => beans !== undefined && beans > 0,
    vegetablesFrom: ({ vegetables }) => vegetables !== undefined && vegetables > 0,
    fruitFrom: ({ fruit }) => fruit !== undefined && fruit > 0,
    meatFrom: ({ meat }) => meat !== undefined && meat > 0,
    milkFrom: ({ milk }) => milk !== undefined && milk > 0,
    adultsLess: ({ children }) => children !== undefined && children > 0,
    storesDays: ({ stores }) => stores === 'yes',
    storesLost: ({ stores }) => stores === 'yes',
    fuelSpent: ({ cooks }) => cooks === 'charcoal' || cooks === 'gas',
    babyMilk: ({ girlsUnder1, boysUnder1 }) => sumOf(girlsUnder1, boysUnder1) > 0,
    babyOther: ({ babyMilk }) => babyMilk === 'no',
    childrenThin: ({ underFive }) => underFive !== undefined && underFive > 0,
    childrenTreated: ({ childrenThin }) => childrenThin !== undefined && childrenThin > 0,
    treatedNot: ({ childrenThin, childrenTreated }) =>
      childrenTreated !== undefined && childrenTreated < (childrenThin ?? 0),
  },
  bounds: {
    childrenThin: ({ underFive }) => (underFive === undefined ? undefined : { max: underFive }),
    childrenTreated: ({ childrenThin }) =>
      childrenThin === undefined ? undefined : { max: childrenThin },
  },
  rules: [
    {
      at: 'noFood',
      broken: ({ wholeDay, noFood }) => wholeDay === 'always' && noFood === 'never',
      message: 'Check the answers: whole days without food, and always food in the home',
      soft: true,
    },
    {
      at: 'oil',
      broken: (it) =>
        sumOf(it.cereals, it.roots, it.beans, it.vegetables, it.fruit, it.meat, it.milk) +
          sumOf(it.sugar, it.oil) ===
        0,
      message: 'Correct the days: nobody lives for a week without any food',
      soft: true,
    },
  ],
} satisfies PartLogic<typeof foodFields & typeof householdFields, FoodValues, HouseholdValues>;

const names = namesOf(foodFields);
const at = (name: keyof typeof foodFields) => names.indexOf(name);

export const foodPages = [
  { title: 'Meals', fields: names.slice(0, at('cheaper')) },
  { title: 'Too little food', fields: names.slice(at('cheaper'), at('stores')) },
  { title: 'Stores and markets', fields: names.slice(at('stores'), at('babyMilk')) },
  { title: 'Food of the children', fields: names.slice(at('babyMilk')) },
] as const;
