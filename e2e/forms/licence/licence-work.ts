import {
  acknowledge,
  choice,
  choices,
  consent,
  currency,
  date,
  longText,
  month,
  note,
  number,
  text,
} from '#core/fields/index.ts';
import type { PartLogic } from '../parts.ts';
import { yesNo } from '../usual-options.ts';

export const workFields = {
  purpose: choice({
    label: 'Why is the work done?',
    options: [
      ['housing', 'For housing'],
      ['road', 'For a road or a railway'],
      ['energy', 'For energy'],
      ['safety', 'For the safety of people'],
      ['science', 'For science or teaching'],
      ['other', 'For something else'],
    ],
    other: 'other',
  }),
  homes: number({ label: 'How many homes?', whole: true, min: 1, max: 20_000 }),
  need: longText({ label: 'Why is it needed?', max: 2000, rows: 5 }),
  alternatives: longText({ label: 'Which other ways did you look at?', max: 2000, rows: 5 }),
  effects: choices({
    label: 'What does it do to the newts?',
    options: [
      ['catch', 'They are caught'],
      ['move', 'They are moved'],
      ['disturb', 'They are disturbed'],
      ['shelter', 'Their shelters are damaged'],
      ['pond', 'Their ponds are destroyed'],
    ],
    min: 1,
  }),
  moved: number({ label: 'How many may be moved?', whole: true, min: 1, max: 9999 }),
  movedTo: text({ label: 'Where to?', max: 200 }),
  pondsLost: number({ label: 'How many ponds are destroyed?', whole: true, min: 1, max: 200 }),
  pondsMade: number({ label: 'How many ponds are made for them?', whole: true, min: 0, max: 400 }),
  pondAdvice: note({ text: 'Usually, *two* ponds are made for each one that is destroyed.' }),
  fenceLength: number({
    label: 'How long is the fence for newts?',
    unit: 'm',
    min: 0,
    max: 99_999,
  }),
  trapNights: number({ label: 'For how many nights do you trap?', whole: true, min: 0, max: 200 }),
  begins: date({ label: 'When does the work begin?' }),
  ends: date({ label: 'When does it end?' }),
  hibernation: choice({ label: 'Do you work between November and February?', options: yesNo }),
  hibernationWhy: longText({ label: 'Why in these months?', max: 1000, rows: 3 }),
  monitorYears: choice({
    label: 'For how long do you watch the ponds afterwards?',
    options: [
      ['0', 'Not at all'],
      ['2', '2 years'],
      ['4', '4 years'],
      ['10', '10 years'],
    ],
  }),
  monitorBegins: month({ label: 'From which month on?' }),
  manager: text({ label: 'Who looks after the ponds in the long run?', max: 200 }),
  managerAgrees: choice({ label: 'Have they agreed?', options: yesNo }),
  budget: currency({ label: 'What is the budget for the newts?', currency: 'GBP' }),
  publish: consent({
    label: 'Publication',
    statement: 'The decision may be published with my name',
    optional: true,
  }),
  read: acknowledge({
    label: 'The rules of a licence',
    text: 'Carry a copy on the site, and report **within 14 days** after the end of the work.',
    statement: 'I have read the rules',
  }),
};

export const workLogic = {
  when: {
    homes: ({ purpose }) => purpose === 'housing',
    moved: ({ effects }) => effects?.includes('move'),
    movedTo: ({ effects }) => effects?.includes('move'),
    pondsLost: ({ effects }) => effects?.includes('pond'),
    pondAdvice: ({ effects }) => effects?.includes('pond'),
    hibernationWhy: ({ hibernation }) => hibernation === 'yes',
    monitorBegins: ({ monitorYears }) => monitorYears !== undefined && monitorYears !== '0',
  },
  bounds: {
    begins: (_, { today }) => ({ min: today }),
    ends: ({ begins }) => (begins === undefined ? undefined : { min: begins }),
  },
  rules: [
    {
      at: 'pondsMade',
      broken: ({ pondsLost, pondsMade }) =>
        pondsLost !== undefined && pondsMade !== undefined && pondsMade < pondsLost * 2,
      message: 'Check the number of ponds: fewer than two are made for each that is destroyed',
      soft: true,
    },
  ],
} satisfies PartLogic<typeof workFields>;

export const workPages = [
  { title: 'The purpose', fields: ['purpose', 'homes'] },
  { title: 'The need', fields: ['need'] },
  { title: 'Other ways', fields: ['alternatives'] },
  { title: 'What it does', fields: ['effects'] },
  { title: 'Moving newts', fields: ['moved', 'movedTo'] },
  { title: 'Ponds lost and made', fields: ['pondsLost', 'pondsMade', 'pondAdvice'] },
  { title: 'Fences and traps', fields: ['fenceLength', 'trapNights'] },
  { title: 'Dates', fields: ['begins', 'ends'] },
  { title: 'Winter', fields: ['hibernation', 'hibernationWhy'] },
  { title: 'Afterwards', fields: ['monitorYears', 'monitorBegins'] },
  { title: 'In the long run', fields: ['manager', 'managerAgrees'] },
  { title: 'Money', fields: ['budget'] },
  { title: 'Before you send', fields: ['publish', 'read'] },
] as const;
