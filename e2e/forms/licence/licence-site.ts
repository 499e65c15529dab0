import {
  address,
  choice,
  choiceFrom,
  choices,
  date,
  location,
  longText,
  note,
  number,
  pattern,
  text,
} from '#core/fields/index.ts';
import { list } from '#core/form/list.ts';
import type { PartLogic } from '../parts.ts';
import { yesNo } from '../usual-options.ts';

export const siteFields = {
  siteTitle: text({ label: 'What is the site called?', max: 120 }),
  planNumber: text({ label: 'Number of your plan of the site', max: 40 }),
  siteAddress: address({ label: 'Address of the site', parts: ['line1', 'town', 'postcode?'] }),
  council: choiceFrom({
    label: 'Which council is it in?',
    hint: 'Type a part of its name.',
    list: list(() => import('./councils.ts')),
    example: 'council-1',
  }),
  gridReference: pattern({
    label: 'Grid reference of its centre',
    pattern: /[A-Z]{2} ?\d{3} ?\d{3}/,
    message: 'Enter two capital letters and six digits, like SK 123 456',
    example: 'SK 123 456',
  }),
  centre: location({ label: 'The centre of the site on a map', optional: true }),
  hectares: number({ label: 'How large is it?', unit: 'ha', min: 0.01, max: 50_000 }),
  owns: choice({ label: 'Do you own all of the land?', options: yesNo }),
  landowner: text({ label: 'Who owns the rest?', max: 200 }),
  landownerAgrees: choice({
    label: 'Have they agreed to the work?',
    options: [
      ['yes', 'Yes, in writing'],
      ['spoken', 'Yes, but not in writing'],
      ['no', 'Not yet'],
    ],
  }),
  designated: choices({
    label: 'Is it within 2 km of one of these?',
    options: [
      ['sssi', 'A site of scientific interest'],
      ['sac', 'A special area of conservation'],
      ['reserve', 'A nature reserve'],
      ['wood', 'Ancient woodland'],
      ['none', 'None of these'],
    ],
    exclusive: ['none'],
  }),
  designatedName: text({ label: 'What is it called?', max: 200 }),
  consulted: choice({ label: 'Have you consulted whoever looks after it?', options: yesNo }),
  permission: choice({
    label: 'Does the work need planning permission?',
    options: [
      ['granted', 'Yes, and it has been granted'],
      ['waiting', 'Yes, and it has not been decided'],
      ['no', 'No'],
    ],
  }),
  permissionNumber: text({ label: 'Number of the planning permission', max: 40 }),
  permissionDay: date({ label: 'When was it granted?' }),
  conditionsMet: choice({
    label: 'Are all its conditions about animals met?',
    options: [
      ['all', 'All of them'],
      ['some', 'Some of them'],
      ['none', 'It has none'],
    ],
  }),
  conditionsLeft: longText({ label: 'Which are not met, and why?', max: 1000, rows: 4 }),
  exempt: longText({ label: 'Why is no permission needed?', max: 1000, rows: 4 }),
  urgent: note({
    label: 'We cannot decide yet',
    text: 'Apply again **once the permission is granted**. You can go on, and keep this as a draft.',
  }),
};

export const siteLogic = {
  when: {
    landowner: ({ owns }) => owns === 'no',
    landownerAgrees: ({ owns }) => owns === 'no',
    designatedName: ({ designated }) => designated !== undefined && !designated.includes('none'),
    consulted: ({ designated }) => designated !== undefined && !designated.includes('none'),
    permissionNumber: ({ permission }) => permission !== undefined && permission !== 'no',
    permissionDay: ({ permission }) => permission === 'granted',
    conditionsMet: ({ permission }) => permission === 'granted',
    conditionsLeft: ({ conditionsMet }) => conditionsMet === 'some',
    exempt: ({ permission }) => permission === 'no',
    urgent: ({ permission }) => permission === 'waiting',
  },
  bounds: { permissionDay: (_, { today }) => ({ max: today }) },
} satisfies PartLogic<typeof siteFields>;

export const sitePages = [
  { title: 'The name of the site', fields: ['siteTitle', 'planNumber'] },
  { title: 'Where it is', fields: ['siteAddress', 'council'] },
  { title: 'On a map', fields: ['gridReference', 'centre'] },
  { title: 'Its size', fields: ['hectares'] },
  { title: 'Who owns it', fields: ['owns', 'landowner', 'landownerAgrees'] },
  { title: 'Protected land nearby', fields: ['designated', 'designatedName', 'consulted'] },
  { title: 'Planning permission', fields: ['permission', 'permissionNumber', 'permissionDay'] },
  { title: 'Conditions', fields: ['conditionsMet', 'conditionsLeft', 'exempt', 'urgent'] },
] as const;
