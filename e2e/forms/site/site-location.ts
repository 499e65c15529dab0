import { choice, choiceFrom, date, location, text, time } from '#core/fields/index.ts';
import { list } from '#core/form/list.ts';
import type { PartLogic } from '../parts.ts';
import { photoNumber } from './photo-number.ts';

const regions = [
  ['north', 'North'],
  ['east', 'East'],
  ['south', 'South'],
  ['west', 'West'],
] as const;

const districts = regions.flatMap(([region, label]) =>
  [1, 2, 3].map((it) => [`${region}-${it}`, `${label}, district ${it}`] as const),
);

const wards = districts.flatMap(([district, label]) =>
  [1, 2, 3, 4].map((it) => [`${district}-${it}`, `${label}, ward ${it}`] as const),
);

export const locationFields = {
  assessor: text({ label: 'Your name', autoComplete: 'name', max: 80 }),
  team: text({ label: 'Your team', max: 60 }),
  visited: date({ label: 'When did you visit the site?', noun: 'the day of your visit' }),
  arrived: time({ label: 'When did you arrive?', noun: 'the time of arrival' }),
  region: choice({ label: 'Which region is it in?', options: regions }),
  district: choice({ label: 'Which district is it in?', options: districts }),
  ward: choice({ label: 'Which ward is it in?', options: wards }),
  village: choiceFrom({
    label: 'Which village is nearest?',
    list: list(() => import('./areas.ts')),
    example: 'north-1-1-1',
  }),
  siteName: text({ label: 'What is the site called?', max: 80 }),
  position: location({ label: 'Where is its entrance?', noun: 'the position of the entrance' }),
  sitePhoto: photoNumber('the site from its entrance'),
};

export const locationLogic = {
  offered: {
    district: ({ region }, { value }) => region !== undefined && value.startsWith(`${region}-`),
    ward: ({ district }, { value }) => district !== undefined && value.startsWith(`${district}-`),
    village: ({ ward }, { ward: its }) => its === ward,
  },
  bounds: { visited: (_, { today }) => ({ max: today }) },
} satisfies PartLogic<typeof locationFields>;

export const locationPages = [
  { title: 'Your visit', fields: ['assessor', 'team', 'visited', 'arrived'] },
  { title: 'Region', fields: ['region'] },
  { title: 'District', fields: ['district'] },
  { title: 'Ward', fields: ['ward'] },
  { title: 'Village', fields: ['village'] },
  { title: 'The site', fields: ['siteName', 'position', 'sitePhoto'] },
] as const;
