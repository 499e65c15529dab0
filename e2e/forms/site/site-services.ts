import { choice, choices, longText, number, scale, slider, text } from '#core/fields/index.ts';
import type { PartLogic } from '../parts.ts';
import { goodPoor, yesNo, yesNoUnsure } from '../usual-options.ts';
import { photoNumber } from './photo-number.ts';

export const serviceFields = {
  length: number({ label: 'How long is the usable ground?', unit: 'm', min: 1, max: 2000 }),
  width: number({ label: 'How wide is the usable ground?', unit: 'm', min: 1, max: 2000 }),
  ground: choice({
    label: 'What is the ground?',
    options: [
      ['paved', 'Paved'],
      ['gravel', 'Gravel'],
      ['grass', 'Grass'],
      ['earth', 'Bare earth'],
      ['sand', 'Sand'],
    ],
  }),
  groundPhoto: photoNumber('the ground'),
  slope: slider({ label: 'How steep is it?', max: 30, unit: '%', ends: ['Flat', 'Very steep'] }),
  floods: choice({ label: 'Does it flood?', options: yesNoUnsure }),
  floodMonths: choices({
    label: 'In which months?',
    options: [
      ['1', 'January to March'],
      ['4', 'April to June'],
      ['7', 'July to September'],
      ['10', 'October to December'],
    ],
  }),
  fence: choice({ label: 'In which state is the fence?', options: goodPoor }),
  fencePhoto: photoNumber('the fence'),
  gates: number({ label: 'How many gates does it have?', whole: true, min: 0, max: 20 }),
  gatePhoto: photoNumber('the main gate'),
  shade: choice({ label: 'Is there shade where people wait?', options: goodPoor }),
  shelterFor: number({ label: 'How many people find shelter from rain?', whole: true, min: 0 }),
  shelterPhoto: photoNumber('the shelter'),
  water: choice({ label: 'Is there drinking water?', options: yesNo }),
  waterSource: choice({
    label: 'Where does it come from?',
    options: [
      ['tap', 'A tap'],
      ['borehole', 'A borehole'],
      ['well', 'An open well'],
      ['tanker', 'A tanker'],
      ['other', 'Somewhere else'],
    ],
    other: 'other',
  }),
  waterPhoto: photoNumber('the source of water'),
  waterDistance: number({ label: 'How far is the nearest water?', unit: 'm', min: 0, max: 20_000 }),
  toilets: number({ label: 'How many toilets can be used?', whole: true, min: 0, max: 200 }),
  toiletsWomen: number({ label: 'How many of them are for women?', whole: true, min: 0, max: 200 }),
  toiletsAccess: number({
    label: 'How many of them can be used in a wheelchair?',
    whole: true,
    min: 0,
    max: 200,
  }),
  toiletPhoto: photoNumber('the toilets'),
  washing: choice({ label: 'Can people wash their hands with soap?', options: yesNo }),
  waste: choice({
    label: 'What happens with waste?',
    options: [
      ['collected', 'It is collected'],
      ['burnt', 'It is burnt'],
      ['buried', 'It is buried'],
      ['left', 'It is left'],
    ],
  }),
  power: choices({
    label: 'Which power is there?',
    options: [
      ['grid', 'The grid'],
      ['generator', 'A generator'],
      ['solar', 'Solar panels'],
      ['none', 'None'],
    ],
    exclusive: ['none'],
  }),
  powerHours: number({ label: 'For how many hours a day?', unit: 'h', min: 0, max: 24 }),
  generatorPhoto: photoNumber('the generator'),
  lights: choice({ label: 'Is it lit after dark?', options: goodPoor }),
  signal: scale({
    label: 'How good is the mobile signal?',
    max: 5,
    ends: ['No signal', 'Always good'],
  }),
  networks: text({ label: 'Which networks work?', max: 100 }),
  servicesNote: longText({ label: 'More about the services', max: 600, rows: 3, optional: true }),
};

/** Square metres. */
export type SiteValues = { readonly area: number };

export const serviceLogic = {
  calculate: {
    area: ({ length, width }) =>
      length === undefined || width === undefined ? undefined : length * width,
  },
  when: {
    floodMonths: ({ floods }) => floods === 'yes',
    fencePhoto: ({ fence }) => fence !== undefined && fence !== 'none',
    gates: ({ fence }) => fence !== undefined && fence !== 'none',
    gatePhoto: ({ gates }) => gates !== undefined && gates > 0,
    shelterPhoto: ({ shelterFor }) => shelterFor !== undefined && shelterFor > 0,
    waterSource: ({ water }) => water === 'yes',
    waterPhoto: ({ water }) => water === 'yes',
    waterDistance: ({ water }) => water === 'no',
    toiletsWomen: ({ toilets }) => toilets !== undefined && toilets > 0,
    toiletsAccess: ({ toilets }) => toilets !== undefined && toilets > 0,
    toiletPhoto: ({ toilets }) => toilets !== undefined && toilets > 0,
    powerHours: ({ power }) => power !== undefined && !power.includes('none'),
    generatorPhoto: ({ power }) => power?.includes('generator'),
    networks: ({ signal }) => signal !== undefined && signal > 0,
  },
  bounds: {
    toiletsWomen: ({ toilets }) => (toilets === undefined ? undefined : { max: toilets }),
    toiletsAccess: ({ toilets }) => (toilets === undefined ? undefined : { max: toilets }),
  },
} satisfies PartLogic<typeof serviceFields, SiteValues>;

export const servicePages = [
  { title: 'Size', fields: ['length', 'width'] },
  { title: 'Ground', fields: ['ground', 'groundPhoto', 'slope'] },
  { title: 'Floods', fields: ['floods', 'floodMonths'] },
  { title: 'Fence and gates', fields: ['fence', 'fencePhoto', 'gates', 'gatePhoto'] },
  { title: 'Shade and shelter', fields: ['shade', 'shelterFor', 'shelterPhoto'] },
  { title: 'Water', fields: ['water', 'waterSource', 'waterPhoto', 'waterDistance'] },
  { title: 'Toilets', fields: ['toilets', 'toiletsWomen', 'toiletsAccess', 'toiletPhoto'] },
  { title: 'Hygiene', fields: ['washing', 'waste'] },
  { title: 'Power and light', fields: ['power', 'powerHours', 'generatorPhoto', 'lights'] },
  { title: 'Signal', fields: ['signal', 'networks', 'servicesNote'] },
] as const;
