import * as kinds from '../fields/index.ts';
import { list } from '../form/list.ts';
import type { Field } from '../form/field.ts';

const colours = [
  ['red', 'Red'],
  ['green', 'Green'],
] as const;

const districts = list(() => import('./sample-list.ts'));

/** A field of each kind that has answers. The compiler reports a kind that is missing. */
export const sampleFields: Record<Exclude<keyof typeof kinds, 'note'>, Field> = {
  text: kinds.text({ label: 'First name', max: 5, example: 'Zoë' }),
  longText: kinds.longText({ label: 'Story', example: 'a\nb' }),
  email: kinds.email({ label: 'Email address' }),
  phone: kinds.phone({ label: 'Phone number' }),
  url: kinds.url({ label: 'Web page' }),
  number: kinds.number({ label: 'Age', min: 0, max: 150, whole: true }),
  date: kinds.date({ label: 'Birthday', max: '2026-01-01' }),
  time: kinds.time({ label: 'Opening time', min: '06:00' }),
  dateTime: kinds.dateTime({ label: 'Time of the accident' }),
  month: kinds.month({ label: 'Month of birth', max: '2026-01' }),
  year: kinds.year({ label: 'Year built' }),
  currency: kinds.currency({ label: 'Rent', currency: 'EUR', max: 5000 }),
  pattern: kinds.pattern({
    label: 'Passport number',
    pattern: /[A-Z]{2}\d{6}/u,
    message: 'Enter your passport number, like AB123456',
    example: 'AB123456',
  }),
  rating: kinds.rating({ label: 'Service' }),
  scale: kinds.scale({ label: 'Recommendation', ends: ['Not at all likely', 'Very likely'] }),
  slider: kinds.slider({ label: 'Pain', max: 10, step: 0.5 }),
  address: kinds.address({ label: 'Home address' }),
  acknowledge: kinds.acknowledge({
    label: 'Safety',
    text: 'Wear a **helmet**.',
    statement: 'I have read the safety rules',
  }),
  barcode: kinds.barcode({ label: 'Label of the sample' }),
  hidden: kinds.hidden({ label: 'Source' }),
  metadata: kinds.metadata({ label: 'Begun', of: 'started' }),
  choice: kinds.choice({ label: 'Colour', options: colours }),
  choices: kinds.choices({ label: 'Colours', options: colours }),
  choiceFrom: kinds.choiceFrom({ label: 'District', list: districts, example: 'giza' }),
  matrix: kinds.matrix({
    label: 'Opinion of the visit',
    rows: [
      ['guide', 'The guide'],
      ['food', 'The food'],
    ],
    columns: [
      ['poor', 'Poor'],
      ['fair', 'Fair'],
      ['good', 'Good'],
    ],
  }),
  ranking: kinds.ranking({ label: 'Preference', options: colours }),
  consent: kinds.consent({ label: 'Terms', statement: 'I agree to the terms' }),
  location: kinds.location({ label: 'Pickup location' }),
  line: kinds.line({ label: 'Path' }),
  area: kinds.area({ label: 'Field' }),
  photo: kinds.photo({ label: 'The house', most: 3 }),
  file: kinds.file({ label: 'Certificate', types: ['application/pdf'] }),
  signature: kinds.signature({ label: 'Your signature' }),
  audio: kinds.audio({ label: 'Interview' }),
  repeat: kinds.repeat({
    label: 'Children',
    fields: {
      name: kinds.text({ label: 'Name of the child' }),
      age: kinds.number({ label: 'Age of the child', whole: true, min: 0, max: 17 }),
    },
  }),
};
