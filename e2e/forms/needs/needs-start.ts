import {
  acknowledge,
  choice,
  choiceFrom,
  date,
  longText,
  location,
  metadata,
  note,
  text,
} from '#core/fields/index.ts';
import { list } from '#core/form/list.ts';
import type { PartLogic } from '../parts.ts';
import { count, isTrue } from './question-kinds.ts';

const regions = [
  ['a', 'Northern plateau'],
  ['b', 'Eastern coast'],
  ['c', 'Central plain'],
  ['d', 'River valley'],
  ['e', 'Southern coast'],
  ['f', 'Western hills'],
] as const;

const districts = regions.flatMap(([region, label]) =>
  [1, 2, 3].map((it) => [`${region}${it}`, `${label} ${it}`] as const),
);

const teams = regions.flatMap(([region]) =>
  [1, 2].map((it) => [`${region}-team-${it}`, `Team ${region.toUpperCase()}${it}`] as const),
);

export const startFields = {
  started: metadata({ label: 'Begun', of: 'started' }),
  language: metadata({ label: 'Language of the form', of: 'language' }),
  interviewer: text({ label: 'Name of the interviewer', max: 80 }),
  interviewerIs: choice({
    label: 'The interviewer is',
    options: [
      ['woman', 'A woman'],
      ['man', 'A man'],
    ],
  }),
  interviewDay: date({ label: 'Day of the interview' }),
  region: choice({ label: 'Region', options: regions }),
  team: choice({ label: 'Your team', options: teams }),
  district: choice({ label: 'District', options: districts }),
  settlementKind: choice({
    label: 'Kind of settlement',
    options: [
      ['town', 'A town'],
      ['village', 'A village'],
      ['camp', 'A camp'],
    ],
  }),
  settlement: choiceFrom({
    label: 'Settlement',
    list: list(() => import('./settlements.ts')),
    example: 'a1-1',
  }),
  settlementOther: text({ label: 'Another name of the settlement', max: 80, optional: true }),
  campName: text({ label: 'Name of the camp', max: 80 }),
  campBlock: text({ label: 'Block in the camp', max: 20 }),
  position: location({ label: 'Position of the home', optional: true }),
  explain: note({
    label: 'Say this first',
    text: 'We ask about your household. **Nothing is promised for an answer**, and you may stop.',
  }),
  agrees: isTrue('Do they agree to the interview?'),
  agreesNot: longText({ label: 'Why do they not agree?', max: 500, rows: 3, optional: true }),
  confirmed: acknowledge({
    label: 'For the interviewer',
    text: 'Somebody younger than 18 cannot answer for a household.',
    statement: 'I speak with an adult',
  }),
  atHome: isTrue('Is the head of the household at home?'),
  visitsBefore: count('How often did you come before?', 5),
};

export const startLogic = {
  offered: {
    team: ({ region }, { value }) => region !== undefined && value.startsWith(`${region}-`),
    district: ({ region }, { value }) => region !== undefined && value.startsWith(region),
    settlement: ({ district, settlementKind }, option) =>
      option['district'] === district && option['kind'] === settlementKind,
  },
  when: {
    campName: ({ settlementKind }) => settlementKind === 'camp',
    campBlock: ({ settlementKind }) => settlementKind === 'camp',
    agreesNot: ({ agrees }) => agrees === 'no',
    visitsBefore: ({ atHome }) => atHome === 'no',
  },
  bounds: { interviewDay: (_, { today }) => ({ max: today }) },
} satisfies PartLogic<typeof startFields>;

export const startPages = [
  {
    title: 'The interview',
    fields: ['started', 'language', 'interviewer', 'interviewerIs', 'interviewDay'],
  },
  {
    title: 'Where you are',
    fields: [
      'region',
      'team',
      'district',
      'settlementKind',
      'settlement',
      'settlementOther',
      'campName',
      'campBlock',
      'position',
    ],
  },
  {
    title: 'Consent',
    fields: ['explain', 'agrees', 'agreesNot', 'confirmed', 'atHome', 'visitsBefore'],
  },
] as const;
