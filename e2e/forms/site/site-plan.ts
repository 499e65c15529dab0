import {
  acknowledge,
  choice,
  choices,
  date,
  longText,
  matrix,
  metadata,
  number,
  ranking,
  time,
} from '#core/fields/index.ts';
import type { PartLogic } from '../parts.ts';
import { yesNo } from '../usual-options.ts';
import type { serviceFields, SiteValues } from './site-services.ts';

export const planFields = {
  risks: matrix({
    label: 'How likely are these?',
    rows: [
      ['theft', 'Theft'],
      ['crowd', 'A crowd out of control'],
      ['attack', 'An attack'],
      ['fire', 'Fire'],
    ],
    columns: [
      ['low', 'Unlikely'],
      ['medium', 'Possible'],
      ['high', 'Likely'],
    ],
  }),
  riskPlan: longText({ label: 'What would you do about the likely ones?', max: 600, rows: 3 }),
  guards: number({ label: 'How many guards are needed?', whole: true, min: 0, max: 100 }),
  exits: number({ label: 'How many ways out are there?', whole: true, min: 1, max: 20 }),
  counters: number({ label: 'How many counters fit?', whole: true, min: 1, max: 50 }),
  households: number({
    label: 'How many households can it serve in a day?',
    hint: 'The ground is {area|an unknown number of} square metres.',
    whole: true,
    min: 1,
    max: 20_000,
  }),
  goods: choices({
    label: 'What can be distributed there?',
    options: [
      ['food', 'Food'],
      ['water', 'Water'],
      ['shelter', 'Tents and tools'],
      ['kits', 'Hygiene kits'],
      ['cash', 'Cash or vouchers'],
    ],
    min: 1,
    max: 4,
  }),
  storage: choice({ label: 'Can goods be stored overnight?', options: yesNo }),
  storageArea: number({ label: 'How large is the store?', unit: 'm²', min: 1, max: 10_000 }),
  opens: time({ label: 'When could it open?', min: '05:00', max: '12:00' }),
  closes: time({ label: 'When would it close?', min: '10:00', max: '22:00' }),
  needs: ranking({
    label: 'What has to be done first?',
    options: [
      ['road', 'The road'],
      ['shade', 'Shade'],
      ['toilets', 'Toilets'],
      ['fence', 'The fence'],
    ],
  }),
  verdict: choice({
    label: 'Do you recommend the site?',
    options: [
      ['yes', 'Yes'],
      ['later', 'Yes, once the work is done'],
      ['no', 'No'],
    ],
  }),
  ready: date({ label: 'When could it be ready?', noun: 'the day when it could be ready' }),
  verdictWhy: longText({ label: 'Why not?', max: 600, rows: 3 }),
  // The form that this one follows has a drawing here.
  sketch: longText({
    label: 'Describe your sketch of the site',
    hint: 'Name the entrance, the way people walk, and the exit.',
    max: 1000,
    rows: 4,
  }),
  correct: acknowledge({
    label: 'Before you send',
    text: 'What you send is read by the team that plans the distribution.',
    statement: 'I have seen all of this myself',
  }),
  began: metadata({ label: 'Begun', of: 'started' }),
  ended: metadata({ label: 'Finished', of: 'finished' }),
};

export const planLogic = {
  when: {
    riskPlan: ({ risks }) => risks !== undefined && Object.values(risks).includes('high'),
    storageArea: ({ storage }) => storage === 'yes',
    ready: ({ verdict }) => verdict === 'later',
    verdictWhy: ({ verdict }) => verdict === 'no',
  },
  bounds: { ready: (_, { today }) => ({ min: today }) },
  rules: [
    {
      at: 'closes',
      broken: ({ opens, closes }) => opens !== undefined && closes !== undefined && closes <= opens,
      message: 'Enter a time to close that is after the time to open',
    },
    {
      at: 'households',
      broken: ({ households, counters }) =>
        households !== undefined && counters !== undefined && households > counters * 400,
      message: 'Enter fewer households, or more counters: a counter serves 400 a day at most',
    },
    {
      at: 'exits',
      broken: ({ exits, gates }) => exits !== undefined && gates !== undefined && exits < gates,
      message: 'Enter at least as many ways out as there are gates',
    },
  ],
} satisfies PartLogic<typeof planFields & typeof serviceFields, object, SiteValues>;

export const planPages = [
  { title: 'Risks', fields: ['risks', 'riskPlan', 'guards', 'exits'] },
  { title: 'Capacity', fields: ['counters', 'households', 'goods', 'storage', 'storageArea'] },
  { title: 'Opening', fields: ['opens', 'closes'] },
  { title: 'Your verdict', fields: ['needs', 'verdict', 'ready', 'verdictWhy', 'sketch'] },
  { title: 'Before you send', fields: ['correct', 'began', 'ended'] },
] as const;
