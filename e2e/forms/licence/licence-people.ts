import {
  acknowledge,
  address,
  choice,
  date,
  email,
  note,
  pattern,
  phone,
  text,
  year,
} from '#core/fields/index.ts';
import type { PartLogic } from '../parts.ts';
import { yesNo } from '../usual-options.ts';

export const peopleFields = {
  before: note({
    label: 'Before you apply',
    text: [
      'You need a licence if your work could **disturb, catch or kill** crested newts.',
      'Have these at hand:',
      '- the survey of the ponds\n- a plan of the site\n- the number of your planning permission',
      'Read [the guidance on protected animals](https://example.com/guidance) first.',
    ].join('\n\n'),
  }),
  who: choice({
    label: 'Who are you?',
    options: [
      ['owner', 'The owner of the land'],
      ['tenant', 'A tenant'],
      ['developer', 'A developer'],
      ['ecologist', 'An ecologist who applies for somebody'],
    ],
  }),
  appliedBefore: choice({ label: 'Have you applied for a licence before?', options: yesNo }),
  earlierNumber: pattern({
    label: 'What was its number?',
    pattern: /\d{4}-\d{5}-EPS/,
    message: 'Enter the number of the licence, like 2024-12345-EPS',
    example: '2024-12345-EPS',
  }),
  convicted: choice({
    label: 'Have you been convicted of an offence against animals?',
    options: yesNo,
  }),
  convictedWhen: date({ label: 'When was that?' }),
  applicantGiven: text({ label: 'Given names', autoComplete: 'given-name', max: 80 }),
  applicantFamily: text({ label: 'Family name', autoComplete: 'family-name', max: 80 }),
  company: text({ label: 'Company', autoComplete: 'organization', max: 120, optional: true }),
  companyNumber: pattern({
    label: 'Number in the register of companies',
    pattern: /[A-Z0-9]{8}/,
    message: 'Enter the number of the company: 8 digits or capital letters',
    example: '01234567',
    optional: true,
  }),
  applicantAddress: address({ label: 'Your address' }),
  applicantEmail: email({ label: 'Your email address' }),
  applicantPhone: phone({ label: 'Your telephone number', country: 'GB' }),
  contactBy: choice({
    label: 'How may we reach you?',
    options: [
      ['mail', 'By email'],
      ['call', 'By telephone'],
      ['post', 'By post'],
    ],
    default: 'mail',
  }),
  ecologistGiven: text({ label: 'Given names of the ecologist', max: 80 }),
  ecologistFamily: text({ label: 'Family name of the ecologist', max: 80 }),
  ecologistAddress: address({ label: 'Address of the ecologist' }),
  ecologistEmail: email({ label: 'Email address of the ecologist' }),
  ecologistPhone: phone({ label: 'Telephone number of the ecologist', country: 'GB' }),
  experience: year({ label: 'Since which year has the ecologist surveyed newts?', min: 1970 }),
  classLicence: choice({
    label: 'Which survey licence does the ecologist have?',
    options: [
      ['none', 'None'],
      ['one', 'Class 1'],
      ['two', 'Class 2'],
    ],
  }),
  referee: text({ label: 'Who can speak for the experience of the ecologist?', max: 120 }),
  refereeEmail: email({ label: 'Email address of that person' }),
  allTrue: acknowledge({
    label: 'What you sign',
    text: 'A licence that was given for **false answers** is void, and its use is an offence.',
    statement: 'What I say here is true, as far as I know',
  }),
};

export const peopleLogic = {
  when: {
    earlierNumber: ({ appliedBefore }) => appliedBefore === 'yes',
    convictedWhen: ({ convicted }) => convicted === 'yes',
    companyNumber: ({ company }) => company !== undefined,
    referee: ({ classLicence }) => classLicence === 'none',
    refereeEmail: ({ classLicence }) => classLicence === 'none',
  },
  bounds: { convictedWhen: (_, { today }) => ({ max: today }) },
} satisfies PartLogic<typeof peopleFields>;

export const peoplePages = [
  { title: 'Before you apply', fields: ['before', 'who'] },
  { title: 'Earlier licences', fields: ['appliedBefore', 'earlierNumber'] },
  { title: 'Convictions', fields: ['convicted', 'convictedWhen'] },
  { title: 'Your name', fields: ['applicantGiven', 'applicantFamily'] },
  { title: 'Your company', fields: ['company', 'companyNumber'] },
  { title: 'Your address', fields: ['applicantAddress'] },
  { title: 'How to reach you', fields: ['applicantEmail', 'applicantPhone', 'contactBy'] },
  { title: 'The ecologist', fields: ['ecologistGiven', 'ecologistFamily'] },
  { title: 'Address of the ecologist', fields: ['ecologistAddress'] },
  { title: 'How to reach the ecologist', fields: ['ecologistEmail', 'ecologistPhone'] },
  { title: 'Experience', fields: ['experience', 'classLicence', 'referee', 'refereeEmail'] },
  { title: 'Your signature', fields: ['allTrue'] },
] as const;
