import { choice, choices, date, longText, number, scale, text, year } from '#core/fields/index.ts';
import type { PartLogic } from '../parts.ts';
import { yesNoUnsure } from '../usual-options.ts';

const waterQuality = [
  ['good', 'Many kinds of small animals'],
  ['fair', 'Some kinds'],
  ['poor', 'Hardly any'],
  ['bad', 'None'],
] as const;

export const surveyFields = {
  ponds: number({ label: 'How many ponds are on the site?', whole: true, min: 0, max: 200 }),
  pondsNear: number({ label: 'How many more are within 500 m?', whole: true, min: 0, max: 200 }),
  pondsSurveyed: number({ label: 'How many were surveyed?', whole: true, min: 0, max: 400 }),
  pondsMissed: longText({ label: 'Why were the others not surveyed?', max: 1000, rows: 3 }),
  howSurveyed: choices({
    label: 'How were they surveyed?',
    options: [
      ['torch', 'By torch'],
      ['bottle', 'With bottle traps'],
      ['net', 'With nets'],
      ['eggs', 'By looking for eggs'],
      ['dna', 'By DNA in the water'],
    ],
    min: 1,
  }),
  surveyYear: year({ label: 'In which year?', min: 2000 }),
  visits: number({ label: 'How often was each pond visited?', whole: true, min: 1, max: 20 }),
  fewVisits: longText({ label: 'Why fewer than four times?', max: 1000, rows: 3 }),
  peak: number({
    label: 'How many adults were seen in one night?',
    whole: true,
    min: 0,
    max: 9999,
  }),
  peakDay: date({ label: 'In which night?' }),
  breeding: choice({ label: 'Do they breed there?', options: yesNoUnsure }),
  sizeClass: choice({
    label: 'How large is the population?',
    options: [
      ['small', 'Small: up to 10'],
      ['medium', 'Medium: 11 to 100'],
      ['large', 'Large: more than 100'],
    ],
  }),
  quality: choice({ label: 'What lives in the water?', options: waterQuality }),
  shade: scale({ label: 'How shaded is the largest pond?', max: 10, ends: ['Not', 'Wholly'] }),
  fish: choice({ label: 'Are there fish?', options: yesNoUnsure }),
  birds: choice({
    label: 'Are there ducks or geese?',
    options: [
      ['none', 'None'],
      ['some', 'Some'],
      ['many', 'Many'],
    ],
  }),
  dries: choice({
    label: 'How often does it dry out?',
    options: [
      ['never', 'Never'],
      ['seldom', 'Once in ten years'],
      ['often', 'Three times in ten years'],
      ['yearly', 'Every year'],
    ],
  }),
  otherAnimals: choices({
    label: 'Which other protected animals were found?',
    options: [
      ['bat', 'Bats'],
      ['otter', 'Otters'],
      ['vole', 'Water voles'],
      ['snake', 'Snakes'],
      ['other', 'Others'],
      ['none', 'None'],
    ],
    other: 'other',
    exclusive: ['none'],
  }),
  otherLicence: text({ label: 'Which licences do you have for them?', max: 200 }),
  reportTitle: text({ label: 'Title of the report of the survey', max: 200 }),
  reportDay: date({ label: 'Date of the report' }),
};

export const surveyLogic = {
  when: {
    pondsMissed: ({ ponds, pondsNear, pondsSurveyed }) =>
      pondsSurveyed !== undefined && pondsSurveyed < (ponds ?? 0) + (pondsNear ?? 0),
    fewVisits: ({ visits }) => visits !== undefined && visits < 4,
    peakDay: ({ peak }) => peak !== undefined && peak > 0,
    otherLicence: ({ otherAnimals }) =>
      otherAnimals !== undefined && !otherAnimals.includes('none'),
  },
  bounds: {
    pondsSurveyed: ({ ponds, pondsNear }) => ({ max: (ponds ?? 200) + (pondsNear ?? 200) }),
    reportDay: (_, { today }) => ({ max: today }),
  },
  rules: [
    {
      at: 'sizeClass',
      broken: ({ peak, sizeClass }) => peak !== undefined && peak > 100 && sizeClass === 'small',
      message: 'Choose the size of the population again: more than 100 adults were seen',
    },
  ],
} satisfies PartLogic<typeof surveyFields>;

export const surveyPages = [
  { title: 'Ponds', fields: ['ponds', 'pondsNear', 'pondsSurveyed', 'pondsMissed'] },
  { title: 'The survey', fields: ['howSurveyed', 'surveyYear'] },
  { title: 'Visits', fields: ['visits', 'fewVisits'] },
  { title: 'Newts', fields: ['peak', 'peakDay', 'breeding'] },
  { title: 'Size of the population', fields: ['sizeClass'] },
  { title: 'The water', fields: ['quality', 'shade'] },
  { title: 'Fish and birds', fields: ['fish', 'birds', 'dries'] },
  { title: 'Other animals', fields: ['otherAnimals', 'otherLicence'] },
  { title: 'The report', fields: ['reportTitle', 'reportDay'] },
] as const;
