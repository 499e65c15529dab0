import { choice, choices, currency, longText, matrix, number, year } from '#core/fields/index.ts';
import { namesOf, type PartLogic } from '../parts.ts';
import { goodPoor } from '../usual-options.ts';
import type { householdFields, HouseholdValues } from './needs-household.ts';
import { count, isTrue, mayBeTrue, sumOf } from './question-kinds.ts';

const materials = [
  ['stone', 'Stone or brick'],
  ['mud', 'Mud'],
  ['wood', 'Wood'],
  ['sheet', 'Metal sheets'],
  ['plastic', 'Plastic'],
  ['cloth', 'Cloth'],
] as const;

const damages = [
  ['roof', 'The roof'],
  ['walls', 'The walls'],
  ['door', 'The door'],
  ['windows', 'The windows'],
  ['floor', 'The floor'],
] as const;

export const shelterFields = {
  homeKind: choice({
    label: 'What does the household live in?',
    options: [
      ['house', 'A house'],
      ['flat', 'A flat'],
      ['hut', 'A hut'],
      ['tent', 'A tent'],
      ['shared', 'A hall with others'],
      ['none', 'Nothing'],
    ],
  }),
  homeNone: longText({ label: 'Where do they sleep?', max: 600, rows: 3 }),
  homeWalls: choice({ label: 'What are the walls of?', options: materials }),
  homeRoof: choice({ label: 'What is the roof of?', options: materials }),
  homeFloor: choice({
    label: 'What is the floor?',
    options: [
      ['earth', 'Earth'],
      ['cement', 'Cement'],
      ['tiles', 'Tiles'],
      ['mats', 'Mats'],
    ],
  }),
  homeArea: number({ label: 'How large is it?', unit: 'm²', min: 1, max: 2000 }),
  homeSleep: count('In how many chambers do people sleep?', 30),
  homeBuilt: year({ label: 'In which year was it built?', min: 1900, optional: true }),
  homeLeaks: mayBeTrue('Does rain come in?'),
  homeDamaged: isTrue('Is it damaged?'),
  homeDamage: choices({ label: 'What is damaged?', options: damages, min: 1 }),
  homeDamageMost: choice({ label: 'What is damaged most?', options: damages }),
  homeDamageBy: choice({
    label: 'What damaged it?',
    options: [
      ['storm', 'A storm'],
      ['flood', 'A flood'],
      ['fire', 'A fire'],
      ['fight', 'Fighting'],
      ['age', 'Its age'],
    ],
  }),
  homeRepair: currency({ label: 'What would the repair cost?', currency: 'USD', max: 99_999 }),
  homeRepairNot: choices({
    label: 'Why is it not repaired?',
    options: [
      ['money', 'No money'],
      ['goods', 'No material'],
      ['hands', 'Nobody who can'],
      ['owner', 'The owner does not want to'],
    ],
    min: 1,
  }),
  homeOwner: choice({
    label: 'Whose is it?',
    options: [
      ['own', 'Our own'],
      ['rent', 'Rented'],
      ['lent', 'Lent to us'],
      ['squat', 'Nobody gave it to us'],
    ],
  }),
  rent: currency({ label: 'What is the rent for a month?', currency: 'USD', max: 5000 }),
  rentLate: count('How many months do you owe?', 60),
  rentPaper: isTrue('Is there a written contract?'),
  evictionFear: mayBeTrue('Could you be made to leave?'),
  evictionBy: choice({
    label: 'By whom?',
    options: [
      ['owner', 'By the owner'],
      ['state', 'By the state'],
      ['armed', 'By armed people'],
    ],
  }),
  evicted: count('How often were you made to leave in two years?', 30),
  landDispute: mayBeTrue('Does somebody else claim the land?'),
  sharing: isTrue('Do other households live in the same home?'),
  sharingHouseholds: count('How many others?', 50),
  sharingPeople: count('How many people is that?', 300),
  privacy: choice({ label: 'Is there a part for women alone?', options: goodPoor }),
  heat: choice({
    label: 'How is it inside at noon?',
    options: [
      ['good', 'Bearable'],
      ['hot', 'Too hot'],
      ['danger', 'So hot that people fall ill'],
    ],
  }),
  light: choices({
    label: 'What gives light at night?',
    options: [
      ['grid', 'Electricity'],
      ['solar', 'A solar lamp'],
      ['torch', 'A torch'],
      ['fire', 'A fire'],
      ['none', 'Nothing'],
    ],
    exclusive: ['none'],
  }),
  lightHours: number({ label: 'For how many hours?', unit: 'h', min: 0, max: 24 }),
  mats: count('Sleeping mats', 100),
  blankets: count('Blankets', 100),
  pots: count('Cooking pots', 100),
  buckets: count('Buckets', 100),
  clothes: count('Sets of clothes', 200),
  stoves: count('Stoves', 20),
  radios: count('Radios', 50),
  screens: count('Television sets', 50),
  bicycles: count('Bicycles', 50),
  carts: count('Carts', 50),
  ploughs: count('Ploughs', 50),
  hoes: count('Hoes', 50),
  fridges: count('Fridges', 50),
  panels: count('Solar panels', 50),
  batteries: count('Large batteries', 50),
  machines: count('Sewing machines', 50),
  boats: count('Boats', 50),
  lacks: choices({
    label: 'What do you lack most?',
    options: [
      ['mats', 'Mats'],
      ['blankets', 'Blankets'],
      ['pots', 'Pots'],
      ['clothes', 'Clothes'],
      ['light', 'Light'],
      ['none', 'Nothing'],
    ],
    exclusive: ['none'],
    max: 3,
  }),
  safeHome: matrix({
    label: 'How safe is the home?',
    rows: [
      ['theft', 'From theft'],
      ['fire', 'From fire'],
      ['flood', 'From water'],
      ['animals', 'From animals'],
    ],
    columns: [
      ['safe', 'Safe'],
      ['fair', 'Fairly safe'],
      ['unsafe', 'Not safe'],
    ],
  }),
};

export type ShelterValues = { readonly areaEach: number; readonly itemsTotal: number };

export const shelterLogic = {
  calculate: {
    areaEach: ({ homeArea, size }) =>
      homeArea === undefined || size === undefined
        ? undefined
        : Math.round((homeArea / size) * 10) / 10,
    itemsTotal: ({ mats, blankets, pots, buckets, clothes, stoves }) =>
      sumOf(mats, blankets, pots, buckets, clothes, stoves),
  },
  offered: {
    homeDamageMost: ({ homeDamage }, { value }) => homeDamage?.some((it) => it === value),
  },
  when: {
    homeNone: ({ homeKind }) => homeKind === 'none',
    homeWalls: ({ homeKind }) => homeKind !== 'none' && homeKind !== 'tent',
    homeRoof: ({ homeKind }) => homeKind !== 'none' && homeKind !== 'tent',
    homeFloor: ({ homeKind }) => homeKind !== 'none',
    homeArea: ({ homeKind }) => homeKind !== 'none',
    homeSleep: ({ homeKind }) => homeKind !== 'none',
    homeBuilt: ({ homeKind }) => homeKind === 'house' || homeKind === 'flat',
    homeLeaks: ({ homeKind }) => homeKind !== 'none',
    homeDamaged: ({ homeKind }) => homeKind !== 'none',
    homeDamage: ({ homeDamaged }) => homeDamaged === 'yes',
    homeDamageMost: ({ homeDamage }) => homeDamage !== undefined && homeDamage.length > 1,
    homeDamageBy: ({ homeDamaged }) => homeDamaged === 'yes',
    homeRepair: ({ homeDamaged }) => homeDamaged === 'yes',
    homeRepairNot: ({ homeDamaged }) => homeDamaged === 'yes',
    homeOwner: ({ homeKind }) => homeKind !== 'none',
    rent: ({ homeOwner }) => homeOwner === 'rent',
    rentLate: ({ homeOwner }) => homeOwner === 'rent',
    rentPaper: ({ homeOwner }) => homeOwner === 'rent',
    evictionFear: ({ homeOwner }) => homeOwner !== undefined && homeOwner !== 'own',
    evictionBy: ({ evictionFear }) => evictionFear === 'yes',
    landDispute: ({ homeOwner }) => homeOwner === 'own',
    sharingHouseholds: ({ sharing }) => sharing === 'yes',
    sharingPeople: ({ sharing }) => sharing === 'yes',
    privacy: ({ sharing }) => sharing === 'yes',
    heat: ({ homeKind }) => homeKind !== 'none',
    lightHours: ({ light }) => light !== undefined && !light.includes('none'),
    safeHome: ({ homeKind }) => homeKind !== 'none',
  },
  bounds: {
    homeBuilt: (_, { today }) => (today ? { max: Number(today.slice(0, 4)) } : undefined),
    sharingPeople: ({ sharingHouseholds }) =>
      sharingHouseholds === undefined ? undefined : { min: sharingHouseholds },
  },
  rules: [
    {
      at: 'homeArea',
      broken: ({ areaEach }) => areaEach !== undefined && areaEach > 100,
      message: 'Check the size of the home: more than 100 m² for each person',
      soft: true,
    },
    {
      at: 'stoves',
      broken: ({ itemsTotal, size }) =>
        itemsTotal !== undefined && size !== undefined && itemsTotal > size * 60,
      message: 'Check the things of the household: that is more than 60 for each person',
      soft: true,
    },
    {
      at: 'blankets',
      broken: ({ mats, blankets, size }) => size !== undefined && sumOf(mats, blankets) > size * 20,
      message: 'Enter fewer mats and blankets: that is more than 20 for each person',
    },
  ],
} satisfies PartLogic<
  typeof shelterFields & typeof householdFields,
  ShelterValues,
  HouseholdValues
>;

const names = namesOf(shelterFields);
const at = (name: keyof typeof shelterFields) => names.indexOf(name);

export const shelterPages = [
  { title: 'The home', fields: names.slice(0, at('homeDamaged')) },
  { title: 'Damage', fields: names.slice(at('homeDamaged'), at('homeOwner')) },
  { title: 'Whose it is', fields: names.slice(at('homeOwner'), at('sharing')) },
  { title: 'Living in it', fields: names.slice(at('sharing'), at('mats')) },
  { title: 'Things', fields: names.slice(at('mats')) },
] as const;
