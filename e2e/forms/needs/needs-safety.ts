import {
  choice,
  choices,
  consent,
  dateTime,
  longText,
  number,
  ranking,
  text,
} from '#core/fields/index.ts';
import { namesOf, type PartLogic } from '../parts.ts';
import { howOften } from '../usual-options.ts';
import type { householdFields, HouseholdValues } from './needs-household.ts';
import { count, isTrue, mayBeTrue } from './question-kinds.ts';

const wants = [
  ['food', 'Food'],
  ['water', 'Water'],
  ['shelter', 'A home'],
  ['health', 'Health'],
  ['school', 'School'],
  ['safety', 'Safety'],
  ['work', 'Work'],
] as const;

const aidKinds = [
  ['food', 'Food'],
  ['cash', 'Money'],
  ['water', 'Water'],
  ['home', 'Tents and tools'],
  ['health', 'Treatment'],
  ['school', 'School'],
] as const;

export const safetyFields = {
  safeDay: mayBeTrue('Do you feel safe by day?'),
  safeNight: mayBeTrue('Do you feel safe at night?'),
  unsafeWhere: choices({
    label: 'Where is it not safe?',
    options: [
      ['market', 'At the market'],
      ['water', 'At the water'],
      ['toilet', 'At the toilets'],
      ['road', 'On the road'],
      ['home', 'At home'],
    ],
    min: 1,
  }),
  incident: mayBeTrue('Has anybody of the household been attacked in three months?'),
  incidentKinds: choices({
    label: 'What was it?',
    options: [
      ['theft', 'Theft'],
      ['beaten', 'Somebody was beaten'],
      ['threat', 'A threat'],
      ['taken', 'Somebody was taken away'],
      ['refused', 'Prefers not to answer'],
    ],
    exclusive: ['refused'],
  }),
  incidentTimes: choice({ label: 'How often did that happen?', options: howOften }),
  incidentReported: mayBeTrue('Did you report it?'),
  incidentTo: choice({
    label: 'To whom did you report it?',
    options: [
      ['elders', 'The elders'],
      ['police', 'The police'],
      ['aid', 'An organisation'],
      ['other', 'Somebody else'],
    ],
    other: 'other',
  }),
  childrenAlone: count('How many children live here without a parent?', 40),
  childrenWork: mayBeTrue('Do children do dangerous work?'),
  childrenWorkWhat: text({ label: 'What do they do?', max: 200 }),
  mines: mayBeTrue('Are there mines or shells nearby?'),
  minesWhere: text({ label: 'Where, about?', max: 200 }),
  papers: count('How many people have an identity card?', 40),
  papersLost: choice({
    label: 'Why do the others have none?',
    options: [
      ['never', 'They never had one'],
      ['lost', 'It was lost'],
      ['taken', 'It was taken'],
      ['money', 'It costs too much'],
    ],
  }),
  aidHad: isTrue('Have you had aid in three months?'),
  aidKinds: choices({ label: 'Which aid?', options: aidKinds, min: 1 }),
  aidBest: choice({ label: 'Which helped most?', options: aidKinds }),
  aidTimes: number({ label: 'How often did you have aid?', whole: true, min: 1, max: 100 }),
  aidPleased: mayBeTrue('Are you pleased with it?'),
  aidNot: longText({ label: 'What should be better?', max: 600, rows: 3 }),
  aidComplain: isTrue('Do you know how to complain?'),
  aidBarred: choices({
    label: 'Why did you have none?',
    options: [
      ['list', 'We were not on a list'],
      ['far', 'It was too far'],
      ['unknown', 'We did not know of it'],
      ['need', 'We did not need it'],
    ],
    min: 1,
  }),
  wants: choices({ label: 'What do you need most?', options: wants, min: 1, max: 3 }),
  wantsFirst: choice({ label: 'What first of all?', options: wants }),
  aidForm: ranking({
    label: 'How would you like to be helped?',
    options: [
      ['cash', 'With money'],
      ['voucher', 'With vouchers'],
      ['goods', 'With goods'],
    ],
  }),
  news: choice({
    label: 'Where do you hear news?',
    options: [
      ['radio', 'On the radio'],
      ['phone', 'On the telephone'],
      ['people', 'From people'],
      ['elders', 'From the elders'],
    ],
  }),
  phones: count('How many telephones do you have?', 40),
  callAgain: consent({ label: 'Again', statement: 'They may be asked again', optional: true }),
  ended: dateTime({ label: 'When did the interview end?' }),
  remarks: longText({
    label: 'Remarks of the interviewer',
    wordLimit: 100,
    rows: 3,
    optional: true,
  }),
};

export const safetyLogic = {
  offered: {
    aidBest: ({ aidKinds: kinds }, { value }) => kinds?.some((it) => it === value),
    wantsFirst: ({ wants: chosen }, { value }) => chosen?.some((it) => it === value),
  },
  when: {
    unsafeWhere: ({ safeDay, safeNight }) => safeDay === 'no' || safeNight === 'no',
    incidentKinds: ({ incident }) => incident === 'yes',
    incidentTimes: ({ incident }) => incident === 'yes',
    incidentReported: ({ incident }) => incident === 'yes',
    incidentTo: ({ incidentReported }) => incidentReported === 'yes',
    childrenAlone: ({ children }) => children !== undefined && children > 0,
    childrenWork: ({ schoolAge }) => schoolAge !== undefined && schoolAge > 0,
    childrenWorkWhat: ({ childrenWork }) => childrenWork === 'yes',
    minesWhere: ({ mines }) => mines === 'yes',
    papersLost: ({ papers, size }) => papers !== undefined && papers < (size ?? 0),
    aidKinds: ({ aidHad }) => aidHad === 'yes',
    aidBest: ({ aidKinds: kinds }) => kinds !== undefined && kinds.length > 1,
    aidTimes: ({ aidHad }) => aidHad === 'yes',
    aidPleased: ({ aidHad }) => aidHad === 'yes',
    aidNot: ({ aidPleased }) => aidPleased === 'no',
    aidComplain: ({ aidHad }) => aidHad === 'yes',
    aidBarred: ({ aidHad }) => aidHad === 'no',
    wantsFirst: ({ wants: chosen }) => chosen !== undefined && chosen.length > 1,
    aidForm: ({ wants: chosen }) => chosen !== undefined,
    callAgain: ({ phones }) => phones !== undefined && phones > 0,
  },
  bounds: {
    papers: ({ size }) => (size === undefined ? undefined : { max: size }),
    childrenAlone: ({ children }) => (children === undefined ? undefined : { max: children }),
  },
  rules: [
    {
      at: 'wants',
      broken: ({ wants: chosen, aidHad, aidKinds: kinds }) =>
        aidHad === 'yes' && kinds?.includes('food') && chosen?.includes('food') && kinds.length > 4,
      message: 'Check what you need most: food was among much other aid',
      soft: true,
    },
  ],
} satisfies PartLogic<typeof safetyFields & typeof householdFields, object, HouseholdValues>;

const names = namesOf(safetyFields);
const at = (name: keyof typeof safetyFields) => names.indexOf(name);

export const safetyPages = [
  { title: 'Safety', fields: names.slice(0, at('childrenAlone')) },
  { title: 'Children and papers', fields: names.slice(at('childrenAlone'), at('aidHad')) },
  { title: 'Aid', fields: names.slice(at('aidHad'), at('wants')) },
  { title: 'What you need', fields: names.slice(at('wants'), at('phones')) },
  { title: 'The end', fields: names.slice(at('phones')) },
] as const;
