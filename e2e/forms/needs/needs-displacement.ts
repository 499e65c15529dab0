import {
  choice,
  choices,
  date,
  longText,
  month,
  number,
  ranking,
  text,
} from '#core/fields/index.ts';
import { namesOf, type PartLogic } from '../parts.ts';
import { count, isTrue, mayBeTrue, sumOf } from './question-kinds.ts';
import type { householdFields, HouseholdValues } from './needs-household.ts';

const regions = [
  ['a', 'Northern plateau'],
  ['b', 'Eastern coast'],
  ['c', 'Central plain'],
  ['d', 'River valley'],
  ['e', 'Southern coast'],
  ['f', 'Western hills'],
  ['abroad', 'Abroad'],
] as const;

const districts = regions.flatMap(([region, label]) =>
  [1, 2, 3].map((it) => [`${region}${it}`, `${label} ${it}`] as const),
);

const reasons = [
  ['fight', 'Fighting'],
  ['drought', 'Drought'],
  ['flood', 'A flood'],
  ['evicted', 'Eviction'],
  ['work', 'To look for work'],
  ['family', 'To be with the family'],
] as const;

export const displacementFields = {
  status: choice({
    label: 'The household',
    options: [
      ['host', 'Has always lived here'],
      ['displaced', 'Had to leave its home in this country'],
      ['refugee', 'Fled from another country'],
      ['returned', 'Has returned from somewhere'],
      ['nomad', 'Moves with its animals'],
    ],
  }),
  leftHome: month({ label: 'When did you leave your home?', min: '1990-01' }),
  leftRegion: choice({ label: 'From which region do you come?', options: regions }),
  leftDistrict: choice({ label: 'From which district do you come?', options: districts }),
  leftReason: choices({ label: 'Why did you leave?', options: reasons, min: 1, max: 3 }),
  leftOrder: ranking({
    label: 'What did you lose most by it?',
    options: [
      ['home', 'The home'],
      ['land', 'Land'],
      ['animals', 'Animals'],
      ['work', 'Work'],
    ],
  }),
  movedTimes: count('How often have you moved since?', 50),
  arrivedDay: date({ label: 'When did you come here?' }),
  arrivedWhy: choices({
    label: 'Why did you come here?',
    options: [
      ['safe', 'It is safe'],
      ['water', 'There is water'],
      ['aid', 'There is aid'],
      ['family', 'There is family'],
      ['work', 'There is work'],
      ['other', 'Something else'],
    ],
    other: 'other',
    min: 1,
    max: 3,
  }),
  cameTogether: isTrue('Did you all come together?'),
  stayedBehind: count('How many stayed behind?', 40),
  stayedChildren: count('How many of those who stayed are children?', 40),
  stayedOld: count('How many of them are older than 60?', 40),
  stayedWhy: choice({
    label: 'Why did they stay?',
    options: [
      ['ill', 'They were ill'],
      ['land', 'To look after the land'],
      ['money', 'There was no money to travel'],
      ['lost', 'We lost them on the way'],
    ],
  }),
  registered: mayBeTrue('Are you registered as displaced?'),
  registeredNumber: text({ label: 'Number of the registration', max: 40, optional: true }),
  wantsBack: choice({
    label: 'Do you want to go back?',
    options: [
      ['soon', 'Within six months'],
      ['later', 'Later'],
      ['never', 'Never'],
      ['unsure', 'We do not know'],
    ],
  }),
  backWhen: month({ label: 'In which month, if you can?', min: '2026-01' }),
  backNeeds: choices({
    label: 'What do you need to go back?',
    options: [
      ['safety', 'Safety'],
      ['house', 'A house'],
      ['water', 'Water'],
      ['transport', 'Transport'],
      ['animals', 'Animals'],
    ],
    min: 1,
    max: 3,
  }),
  backNot: longText({
    label: 'Why do you not want to go back?',
    max: 600,
    rows: 3,
    optional: true,
  }),
  nomadRoute: longText({ label: 'Which way do you move in a year?', max: 600, rows: 3 }),
  nomadMonths: number({ label: 'How long do you stay?', unit: 'months', min: 0, max: 12 }),
  hostsOthers: isTrue('Do displaced people live with you?'),
  hostedPeople: count('How many?', 100),
  hostedMonths: number({ label: 'For how many months?', whole: true, min: 0, max: 240 }),
  hostedShares: choices({
    label: 'What do you share with them?',
    options: [
      ['home', 'The home'],
      ['food', 'Food'],
      ['water', 'Water'],
      ['money', 'Money'],
      ['none', 'Nothing'],
    ],
    exclusive: ['none'],
  }),
  welcome: choice({
    label: 'How do people here get along?',
    options: [
      ['well', 'Well'],
      ['fair', 'Fairly well'],
      ['badly', 'Badly'],
      ['refused', 'Prefers not to answer'],
    ],
  }),
  quarrels: choices({
    label: 'What do they quarrel about?',
    options: [
      ['water', 'Water'],
      ['land', 'Land'],
      ['aid', 'Aid'],
      ['work', 'Work'],
      ['clan', 'Old disputes'],
    ],
    min: 1,
  }),
};

export const displacementLogic = {
  offered: {
    leftDistrict: ({ leftRegion }, { value }) =>
      leftRegion !== undefined && value.startsWith(leftRegion),
  },
  when: {
    leftHome: ({ status }) => status === 'displaced' || status === 'refugee',
    leftRegion: ({ status }) => status === 'displaced',
    leftDistrict: ({ leftRegion }) => leftRegion !== undefined && leftRegion !== 'abroad',
    leftReason: ({ status }) => status === 'displaced' || status === 'refugee',
    leftOrder: ({ leftReason }) => leftReason !== undefined,
    movedTimes: ({ leftHome }) => leftHome !== undefined,
    arrivedDay: ({ status }) => status !== 'host' && status !== 'nomad',
    arrivedWhy: ({ status }) => status !== 'host' && status !== 'nomad',
    cameTogether: ({ status }) => status !== 'host' && status !== 'nomad',
    stayedBehind: ({ cameTogether }) => cameTogether === 'no',
    stayedChildren: ({ stayedBehind }) => stayedBehind !== undefined && stayedBehind > 0,
    stayedOld: ({ stayedBehind }) => stayedBehind !== undefined && stayedBehind > 0,
    stayedWhy: ({ stayedBehind }) => stayedBehind !== undefined && stayedBehind > 0,
    registered: ({ status }) => status === 'displaced' || status === 'refugee',
    registeredNumber: ({ registered }) => registered === 'yes',
    wantsBack: ({ status }) => status === 'displaced' || status === 'refugee',
    backWhen: ({ wantsBack }) => wantsBack === 'soon',
    backNeeds: ({ wantsBack }) => wantsBack === 'soon' || wantsBack === 'later',
    backNot: ({ wantsBack }) => wantsBack === 'never',
    nomadRoute: ({ status }) => status === 'nomad',
    nomadMonths: ({ status }) => status === 'nomad',
    hostsOthers: ({ status }) => status === 'host' || status === 'returned',
    hostedPeople: ({ hostsOthers }) => hostsOthers === 'yes',
    hostedMonths: ({ hostsOthers }) => hostsOthers === 'yes',
    hostedShares: ({ hostsOthers }) => hostsOthers === 'yes',
    quarrels: ({ welcome }) => welcome === 'fair' || welcome === 'badly',
  },
  bounds: {
    arrivedDay: (_, { today }) => ({ max: today }),
    stayedChildren: ({ stayedBehind }) =>
      stayedBehind === undefined ? undefined : { max: stayedBehind },
  },
  rules: [
    {
      at: 'stayedOld',
      broken: ({ stayedBehind, stayedChildren, stayedOld }) =>
        stayedBehind !== undefined && sumOf(stayedChildren, stayedOld) > stayedBehind,
      message: 'Enter fewer people: more of them stayed than there are',
    },
    {
      at: 'arrivedDay',
      broken: ({ leftHome, arrivedDay }) =>
        leftHome !== undefined && arrivedDay !== undefined && arrivedDay.slice(0, 7) < leftHome,
      message: 'Enter a day that is not before you left your home',
    },
    {
      at: 'hostedPeople',
      broken: ({ hostedPeople, size }) =>
        hostedPeople !== undefined && size !== undefined && hostedPeople > size * 6,
      message: 'Check how many live with you: that is more than six for each of you',
      soft: true,
    },
  ],
} satisfies PartLogic<typeof displacementFields & typeof householdFields, object, HouseholdValues>;

const names = namesOf(displacementFields);
const at = (name: keyof typeof displacementFields) => names.indexOf(name);

export const displacementPages = [
  { title: 'Leaving home', fields: names.slice(0, at('arrivedDay')) },
  { title: 'Coming here', fields: names.slice(at('arrivedDay'), at('wantsBack')) },
  { title: 'Going back', fields: names.slice(at('wantsBack'), at('hostsOthers')) },
  { title: 'Living here', fields: names.slice(at('hostsOthers')) },
] as const;
