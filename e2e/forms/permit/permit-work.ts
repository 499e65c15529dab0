import {
  choice,
  choices,
  currency,
  date,
  longText,
  number,
  repeat,
  text,
} from '#core/fields/index.ts';
import type { PartLogic } from '../parts.ts';
import { yesNo } from '../usual-options.ts';
import type { buildingFields, BuildingValues } from './permit-building.ts';
import { drawingFile, permitNumber } from './permit-codes.ts';

const trades = [
  ['electric', 'Electricity'],
  ['plumbing', 'Water and drains'],
  ['gas', 'Gas'],
  ['heat', 'Heating and cooling'],
  ['lift', 'Lifts'],
  ['solar', 'Solar panels'],
  ['fire', 'Sprinklers and alarms'],
  ['none', 'None of these'],
] as const;

export const workFields = {
  kind: choice({
    label: 'What kind of work is it?',
    options: [
      ['new', 'A new building'],
      ['add', 'An addition'],
      ['change', 'A change inside'],
      ['repair', 'A repair'],
      ['demolish', 'A demolition'],
      ['sign', 'A sign'],
    ],
  }),
  description: longText({ label: 'Describe the work', max: 2000, rows: 5 }),
  parts: choices({
    label: 'Which parts of the building does it change?',
    options: [
      ['kitchen', 'Kitchens'],
      ['bath', 'Bathrooms'],
      ['roof', 'The roof'],
      ['front', 'The front'],
      ['windows', 'Windows and doors'],
      ['foundation', 'The foundation'],
      ['stairs', 'Stairs'],
      ['outside', 'The garden or yard'],
    ],
    min: 1,
  }),
  kitchens: number({ label: 'How many kitchens?', whole: true, min: 1, max: 999 }),
  baths: number({ label: 'How many bathrooms?', whole: true, min: 1, max: 999 }),
  windows: number({ label: 'How many windows?', whole: true, min: 0, max: 9999 }),
  windowKind: choice({
    label: 'What are the new windows made of?',
    options: [
      ['wood', 'Wood'],
      ['metal', 'Metal'],
      ['plastic', 'Plastic'],
    ],
  }),
  roofArea: number({ label: 'How large is the roof?', unit: 'ft²', min: 1, max: 999_999 }),
  frontChange: longText({ label: 'What changes at the front?', max: 1000, rows: 3 }),
  foundationDepth: number({ label: 'How deep do you dig?', unit: 'ft', min: 0, max: 100 }),
  soil: choice({ label: 'Has the soil been tested?', options: yesNo }),
  trades: choices({ label: 'Which trades does it need?', options: trades, exclusive: ['none'] }),
  related: choice({ label: 'Are there permits that belong to this one?', options: yesNo }),
  relatedPermits: repeat({
    label: 'The permits that belong to it',
    one: 'Permit',
    add: 'Add a permit',
    max: 10,
    fields: {
      relatedNumber: permitNumber('Number of the permit'),
      relatedState: choice({
        label: 'How far is it?',
        options: [
          ['filed', 'It was applied for'],
          ['issued', 'It was issued'],
          ['done', 'The work is done'],
        ],
      }),
    },
  }),
  signs: repeat({
    label: 'The signs',
    one: 'Sign',
    add: 'Add a sign',
    max: 10,
    fields: {
      signText: text({ label: 'What does the sign say?', max: 200 }),
      signWidth: number({ label: 'How wide is the sign?', unit: 'in', min: 1, max: 999 }),
      signHeight: number({ label: 'How high is the sign?', unit: 'in', min: 1, max: 999 }),
      signLit: choice({ label: 'Is the sign lit?', options: yesNo }),
    },
    calculate: {
      signArea: ({ signWidth, signHeight }) =>
        signWidth === undefined || signHeight === undefined ? undefined : signWidth * signHeight,
    },
  }),
  demolishWhy: longText({ label: 'Why is it demolished?', max: 1000, rows: 3 }),
  asbestos: choice({ label: 'Is there asbestos?', options: yesNo }),
  asbestosFirm: text({ label: 'Who removes the asbestos?', max: 120 }),
  costs: repeat({
    label: 'What the work costs',
    one: 'Cost',
    add: 'Add a cost',
    max: 20,
    fields: {
      costFor: text({ label: 'What is it for?', max: 120 }),
      costHours: number({ label: 'How many hours of work?', min: 0, max: 99_999 }),
      costRate: currency({ label: 'What does an hour cost?', currency: 'USD', max: 1000 }),
      costMaterial: currency({ label: 'What does the material cost?', currency: 'USD' }),
    },
    calculate: {
      costSum: ({ costHours = 0, costRate = 0, costMaterial = 0 }) =>
        costHours * costRate + costMaterial,
    },
    item: ({ costFor }) => costFor,
  }),
  estimate: currency({
    label: 'What does the work cost in all?',
    hint: 'The costs above are {costTotal|not known yet}.',
    currency: 'USD',
    min: 0,
    max: 999_999_999,
  }),
  payer: choice({
    label: 'Who pays the fee?',
    options: [
      ['me', 'I do'],
      ['owner', 'The owner'],
      ['other', 'Somebody else'],
    ],
    other: 'other',
  }),
  begins: date({ label: 'When does the work begin?' }),
  ends: date({ label: 'When does the work end?' }),
  hours: choices({
    label: 'When will people work?',
    options: [
      ['day', 'From 7 to 17'],
      ['evening', 'From 17 to 20'],
      ['night', 'At night'],
      ['weekend', 'On weekends'],
    ],
    min: 1,
    max: 3,
  }),
  nightWhy: longText({ label: 'Why at night?', max: 500, rows: 3 }),
  sidewalk: choice({ label: 'Does it close the sidewalk?', options: yesNo }),
  sidewalkDays: number({ label: 'For how many days?', whole: true, min: 1, max: 365 }),
  trees: number({ label: 'How many trees are cut?', whole: true, min: 0, max: 999 }),
  treeWhy: longText({ label: 'Why are trees cut?', max: 500, rows: 3 }),
  floorPlanFile: drawingFile('the floor plans'),
  structureFile: drawingFile('the structure'),
  neighbours: choice({ label: 'Have you spoken to the neighbours?', options: yesNo }),
  neighbourNames: repeat({
    label: 'The neighbours',
    one: 'Neighbour',
    add: 'Add a neighbour',
    max: 20,
    fields: {
      neighbourName: text({ label: 'Name of the neighbour', max: 120 }),
      neighbourStreet: text({ label: 'Address of the neighbour', max: 120 }),
      neighbourAgrees: choice({ label: 'Does the neighbour agree?', options: yesNo }),
    },
  }),
};

export type WorkValues = {
  readonly costTotal: number;
  readonly signTotal: number;
  readonly fee: number;
};

export const workLogic = {
  calculate: {
    costTotal: ({ costs }) => costs?.reduce((sum, { costSum = 0 }) => sum + costSum, 0),
    signTotal: ({ signs }) => signs?.reduce((sum, { signArea = 0 }) => sum + signArea, 0),
    fee: ({ estimate }) => (estimate === undefined ? undefined : Math.round(estimate / 50) + 170),
  },
  when: {
    kitchens: ({ parts }) => parts?.includes('kitchen'),
    baths: ({ parts }) => parts?.includes('bath'),
    windows: ({ parts }) => parts?.includes('windows'),
    windowKind: ({ windows }) => windows !== undefined && windows > 0,
    roofArea: ({ parts }) => parts?.includes('roof'),
    frontChange: ({ parts }) => parts?.includes('front'),
    foundationDepth: ({ parts }) => parts?.includes('foundation'),
    soil: ({ foundationDepth }) => foundationDepth !== undefined && foundationDepth > 5,
    relatedPermits: ({ related }) => related === 'yes',
    signs: ({ kind }) => kind === 'sign',
    demolishWhy: ({ kind }) => kind === 'demolish',
    asbestosFirm: ({ asbestos }) => asbestos === 'yes',
    nightWhy: ({ hours }) => hours?.includes('night'),
    sidewalkDays: ({ sidewalk }) => sidewalk === 'yes',
    treeWhy: ({ trees }) => trees !== undefined && trees > 0,
    neighbourNames: ({ neighbours }) => neighbours === 'yes',
  },
  bounds: {
    begins: (_, { today }) => ({ min: today }),
    ends: ({ begins }) => (begins === undefined ? undefined : { min: begins }),
  },
  rules: [
    {
      at: 'estimate',
      broken: ({ estimate, costTotal }) =>
        estimate !== undefined && costTotal !== undefined && estimate < costTotal,
      message: 'Enter at least the sum of the costs above',
    },
    {
      at: 'kind',
      broken: ({ kind, nowStoreys }) =>
        kind === 'new' && nowStoreys !== undefined && nowStoreys > 0,
      message: 'Check the kind of work: there is a building already',
      soft: true,
    },
    {
      at: 'signs',
      broken: ({ signTotal }) => signTotal !== undefined && signTotal > 2_000_000,
      message: 'Make the signs smaller: together they are too large',
    },
  ],
} satisfies PartLogic<typeof workFields & typeof buildingFields, WorkValues, BuildingValues>;

export const workPages = [
  {
    title: 'The work',
    fields: [
      'kind',
      'description',
      'parts',
      'kitchens',
      'baths',
      'windows',
      'windowKind',
      'roofArea',
      'frontChange',
      'foundationDepth',
      'soil',
      'trades',
    ],
  },
  {
    title: 'Permits, signs and demolition',
    fields: ['related', 'relatedPermits', 'signs', 'demolishWhy', 'asbestos', 'asbestosFirm'],
  },
  { title: 'Costs', fields: ['costs', 'estimate', 'payer'] },
  {
    title: 'On the site',
    fields: [
      'begins',
      'ends',
      'hours',
      'nightWhy',
      'sidewalk',
      'sidewalkDays',
      'trees',
      'treeWhy',
      'floorPlanFile',
      'structureFile',
      'neighbours',
      'neighbourNames',
    ],
  },
] as const;
