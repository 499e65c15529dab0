import { choice, choices, date, email, note, phone, repeat, text } from '#core/fields/index.ts';
import { yesNo } from '../usual-options.ts';
import type { PartLogic } from '../parts.ts';
import { licenceNumber, postcode } from './permit-codes.ts';

const states = [
  ['ca', 'California'],
  ['nv', 'Nevada'],
  ['or', 'Oregon'],
  ['az', 'Arizona'],
  ['other', 'Another state'],
] as const;

export const peopleFields = {
  welcome: note({
    label: 'What you need',
    text: 'Have your *drawings*, the number of the block and lot, and the licence of your contractor.',
  }),
  applicantIs: choice({
    label: 'Who are you?',
    noun: 'who you are',
    options: [
      ['owner', 'The owner'],
      ['tenant', 'A tenant'],
      ['contractor', 'The contractor'],
      ['architect', 'The architect or engineer'],
      ['agent', 'Somebody they sent'],
    ],
  }),
  applicantFirst: text({ label: 'First name', noun: 'your first name', max: 60 }),
  applicantLast: text({ label: 'Last name', noun: 'your last name', max: 60 }),
  applicantMail: email({ label: 'Email address', noun: 'your email address' }),
  applicantPhone: phone({ label: 'Phone', noun: 'your phone number', country: 'US' }),
  applicantStreet: text({ label: 'Street and number', noun: 'your street', max: 120 }),
  applicantCity: text({ label: 'City', noun: 'your city', max: 60 }),
  applicantState: choice({ label: 'State', noun: 'your state', options: states }),
  applicantCode: postcode('Postcode'),
  ownerIsCompany: choice({ label: 'Is the owner a company?', options: yesNo }),
  ownerCompany: text({ label: 'Name of the company that owns it', max: 120 }),
  ownerFirst: text({ label: 'First name of the owner', max: 60 }),
  ownerLast: text({ label: 'Last name of the owner', max: 60 }),
  ownerMail: email({ label: 'Email address of the owner' }),
  ownerPhone: phone({ label: 'Phone of the owner', country: 'US' }),
  ownerStreet: text({ label: 'Street and number of the owner', max: 120 }),
  ownerCity: text({ label: 'City of the owner', max: 60 }),
  ownerState: choice({ label: 'State of the owner', options: states }),
  ownerCode: postcode('Postcode of the owner'),
  moreOwners: choice({ label: 'Are there more owners?', options: yesNo }),
  otherOwners: repeat({
    label: 'The other owners',
    one: 'Owner',
    add: 'Add an owner',
    max: 10,
    item: ({ otherOwnerName }) => otherOwnerName,
    fields: {
      otherOwnerName: text({ label: 'Name of this owner', max: 120 }),
      otherOwnerMail: email({ label: 'Email address of {otherOwnerName|this owner}' }),
    },
  }),
  hasContractor: choice({ label: 'Do you have a contractor?', options: yesNo }),
  contractorName: text({ label: 'Name of the contractor', max: 120 }),
  contractorLicence: licenceNumber('Licence of the contractor'),
  contractorExpires: date({ label: 'When does that licence expire?' }),
  contractorClasses: choices({
    label: 'What does it allow?',
    options: [
      ['a', 'Engineering'],
      ['b', 'Building'],
      ['c10', 'Electricity'],
      ['c36', 'Plumbing'],
      ['c39', 'Roofs'],
    ],
    min: 1,
  }),
  contractorMail: email({ label: 'Email address of the contractor' }),
  contractorPhone: phone({ label: 'Phone of the contractor', country: 'US' }),
  contractorCode: postcode('Postcode of the contractor'),
  insured: choice({
    label: 'How are the workers insured?',
    options: [
      ['policy', 'By a policy'],
      ['self', 'By the contractor itself'],
      ['none', 'There are no workers'],
    ],
  }),
  insurer: text({ label: 'Name of the insurer', max: 120 }),
  policyNumber: text({ label: 'Number of the policy', max: 40 }),
  policyExpires: date({ label: 'When does the policy expire?' }),
  ownerBuilds: choice({ label: 'Does the owner build without a contractor?', options: yesNo }),
  hasArchitect: choice({ label: 'Is there an architect or an engineer?', options: yesNo }),
  architects: repeat({
    label: 'Architects and engineers',
    one: 'Person',
    add: 'Add a person',
    max: 6,
    item: ({ architectName }) => architectName,
    fields: {
      architectName: text({ label: 'Name of the architect or engineer', max: 120 }),
      architectRole: choice({
        label: 'What is {architectName|this person}?',
        options: [
          ['architect', 'An architect'],
          ['structural', 'A structural engineer'],
          ['civil', 'A civil engineer'],
        ],
      }),
      architectLicence: licenceNumber('Licence of {architectName|this person}'),
    },
  }),
};

const today = (_: unknown, moment: { readonly today: string }) => ({ min: moment.today });

export const peopleLogic = {
  when: {
    ownerCompany: ({ applicantIs, ownerIsCompany }) =>
      applicantIs !== 'owner' && ownerIsCompany === 'yes',
    ownerFirst: ({ applicantIs, ownerIsCompany }) =>
      applicantIs !== 'owner' && ownerIsCompany === 'no',
    ownerLast: ({ applicantIs, ownerIsCompany }) =>
      applicantIs !== 'owner' && ownerIsCompany === 'no',
    ownerMail: ({ applicantIs }) => applicantIs !== 'owner',
    ownerPhone: ({ applicantIs }) => applicantIs !== 'owner',
    ownerStreet: ({ applicantIs }) => applicantIs !== 'owner',
    ownerCity: ({ applicantIs }) => applicantIs !== 'owner',
    ownerState: ({ applicantIs }) => applicantIs !== 'owner',
    ownerCode: ({ applicantIs }) => applicantIs !== 'owner',
    otherOwners: ({ moreOwners }) => moreOwners === 'yes',
    contractorName: ({ hasContractor }) => hasContractor === 'yes',
    contractorLicence: ({ hasContractor }) => hasContractor === 'yes',
    contractorExpires: ({ hasContractor }) => hasContractor === 'yes',
    contractorClasses: ({ hasContractor }) => hasContractor === 'yes',
    contractorMail: ({ hasContractor }) => hasContractor === 'yes',
    contractorPhone: ({ hasContractor }) => hasContractor === 'yes',
    contractorCode: ({ hasContractor }) => hasContractor === 'yes',
    insurer: ({ insured }) => insured === 'policy',
    policyNumber: ({ insured }) => insured === 'policy',
    policyExpires: ({ insured }) => insured === 'policy',
    ownerBuilds: ({ hasContractor }) => hasContractor === 'no',
    architects: ({ hasArchitect }) => hasArchitect === 'yes',
  },
  bounds: { contractorExpires: today, policyExpires: today },
} satisfies PartLogic<typeof peopleFields>;

export const peoplePages = [
  {
    title: 'You',
    fields: [
      'welcome',
      'applicantIs',
      'applicantFirst',
      'applicantLast',
      'applicantMail',
      'applicantPhone',
      'applicantStreet',
      'applicantCity',
      'applicantState',
      'applicantCode',
    ],
  },
  {
    title: 'The owner',
    fields: [
      'ownerIsCompany',
      'ownerCompany',
      'ownerFirst',
      'ownerLast',
      'ownerMail',
      'ownerPhone',
      'ownerStreet',
      'ownerCity',
      'ownerState',
      'ownerCode',
      'moreOwners',
      'otherOwners',
    ],
  },
  {
    title: 'The contractor',
    fields: [
      'hasContractor',
      'contractorName',
      'contractorLicence',
      'contractorExpires',
      'contractorClasses',
      'contractorMail',
      'contractorPhone',
      'contractorCode',
      'insured',
      'insurer',
      'policyNumber',
      'policyExpires',
      'ownerBuilds',
    ],
  },
  { title: 'Architects and engineers', fields: ['hasArchitect', 'architects'] },
] as const;
