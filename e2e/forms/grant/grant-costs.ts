import {
  choice,
  consent,
  currency,
  date,
  month,
  note,
  number,
  repeat,
  text,
} from '#core/fields/index.ts';
import type { AnswersSoFar } from '#core/logic/form-logic.ts';
import { pageForEach, type PartLogic } from '../parts.ts';
import { yesNo } from '../usual-options.ts';
import { essay } from './essay.ts';
import { documentName } from './document-name.ts';

/** Pounds. */
export type GrantSums = { readonly capitalTotal: number; readonly runningTotal: number };

export const costFields = {
  capitalAdvice: note({
    text: 'Costs of the building and of mending it. Not those of running it afterwards.',
  }),
  capitalCosts: repeat({
    label: 'What the building costs',
    one: 'Cost',
    add: 'Add a cost',
    max: 20,
    item: ({ costFor }) => costFor,
    fields: {
      costFor: text({ label: 'What is it for?', max: 120 }),
      costSum: currency({ label: 'How much is it?', currency: 'GBP', min: 1, max: 5_000_000 }),
      costWe: currency({ label: 'How much of it do we pay?', currency: 'GBP', max: 2_000_000 }),
    },
    bounds: { costWe: ({ costSum }) => (costSum === undefined ? undefined : { max: costSum }) },
  }),
  grantSum: currency({
    label: 'How much do you apply for?',
    hint: 'Your costs are {capitalTotal|not known yet}.',
    currency: 'GBP',
    min: 1,
    max: 2_000_000,
  }),
  matchFound: choice({ label: 'Do you have the rest of the money?', options: yesNo }),
  matchWhere: essay('Where does the rest come from?', 150),
  matchPlan: essay('How will you find the rest?', 250),
  runningWanted: choice({ label: 'Do you need money for the first years?', options: yesNo }),
  runningCosts: repeat({
    label: 'What the first years cost',
    one: 'Year',
    add: 'Add a year',
    max: 5,
    fields: {
      yearNumber: number({ label: 'Which year is it?', whole: true, min: 1, max: 5 }),
      yearCost: currency({ label: 'What does it cost?', currency: 'GBP', max: 1_000_000 }),
      yearIncome: currency({ label: 'What does it earn?', currency: 'GBP', max: 1_000_000 }),
    },
  }),
  runningWhy: essay('Why do you need it?', 250),
  incomeFrom: essay('How will the building earn money?', 300),
  businessPlan: documentName('your business plan'),
  profitKept: essay('What happens with a profit?', 150),
  subsidy: choice({ label: 'Have you had other public money in three years?', options: yesNo }),
  subsidySum: currency({ label: 'How much was it?', currency: 'GBP' }),
  vat: choice({ label: 'Do you get value added tax back?', options: yesNo }),
  vatNumber: text({ label: 'Your VAT number', max: 20 }),
  feasibility: essay('What have you looked into?', 300),
  feasibilityFile: documentName('your study'),
  skills: essay('Who has done something like this before?', 250),
  staff: number({ label: 'How many people will be employed?', whole: true, min: 0, max: 500 }),
  staffRoles: essay('What will they do?', 150),
  volunteers: number({ label: 'How many will help without pay?', whole: true, min: 0, max: 5000 }),
  governance: essay('How are decisions made?', 250),
  members: number({ label: 'How many members do you have?', whole: true, min: 0, max: 99_999 }),
  membersJoin: essay('Who can become a member?', 150),
  begins: month({ label: 'In which month do you begin?', min: '2026-01', max: '2035-12' }),
  opens: month({ label: 'In which month does it open?', min: '2026-01', max: '2035-12' }),
  schedule: essay('What happens in between?', 250),
  permission: choice({ label: 'Do you need permission to build?', options: yesNo }),
  permissionState: essay('How far has that come?', 150),
  mainRisks: essay('What could go wrong?', 300),
  riskFile: documentName('your list of risks'),
  insured: choice({ label: 'Is the building insured?', options: yesNo }),
  safeguarding: essay('How are children and adults kept safe?', 250),
  equality: essay('How do you treat people equally?', 200),
  stateAid: essay('Could anybody say that the grant is unfair to them?', 150),
  future: essay('Where will you be in ten years?', 250),
  audited: date({ label: 'When were your accounts last audited?' }),
  agreesToCheck: consent({ label: 'Checks', statement: 'You may check what we say' }),
  agreesToPrivacy: consent({
    label: 'Privacy',
    statement: 'I have read what happens with the data',
  }),
};

export const costLogic = {
  calculate: {
    capitalTotal: ({ capitalCosts }) =>
      capitalCosts?.reduce((sum, { costSum = 0 }) => sum + costSum, 0),
    runningTotal: ({ runningCosts }) =>
      runningCosts?.reduce(
        (sum, { yearCost = 0, yearIncome = 0 }) => sum + yearCost - yearIncome,
        0,
      ),
  },
  when: {
    matchWhere: ({ matchFound }) => matchFound === 'yes',
    matchPlan: ({ matchFound }) => matchFound === 'no',
    runningCosts: ({ runningWanted }) => runningWanted === 'yes',
    runningWhy: ({ runningWanted }) => runningWanted === 'yes',
    subsidySum: ({ subsidy }) => subsidy === 'yes',
    vatNumber: ({ vat }) => vat === 'yes',
    staffRoles: ({ staff }) => staff !== undefined && staff > 0,
    membersJoin: ({ members }) => members !== undefined && members > 0,
    feasibilityFile: ({ grantSum }) => grantSum !== undefined && grantSum > 50_000,
    businessPlan: ({ grantSum }) => grantSum !== undefined && grantSum > 50_000,
    permissionState: ({ permission }) => permission === 'yes',
  },
  bounds: { audited: (_, { today }) => ({ max: today }) },
  rules: [
    {
      at: 'grantSum',
      broken: ({ grantSum, capitalTotal }) =>
        grantSum !== undefined && capitalTotal !== undefined && grantSum > capitalTotal,
      message: 'Enter a sum that is not more than your costs',
    },
    {
      at: 'opens',
      broken: ({ begins, opens }) => begins !== undefined && opens !== undefined && opens < begins,
      message: 'Enter a month in which it opens that is not before you begin',
    },
  ],
} satisfies PartLogic<typeof costFields, GrantSums>;

const isLarge = ({ grantSum }: AnswersSoFar<typeof costFields, GrantSums>) =>
  grantSum !== undefined && grantSum > 10_000;

export const costPages = [
  { title: 'Costs', fields: ['capitalAdvice', 'capitalCosts'] },
  ...pageForEach({
    grantSum: 'The grant',
    matchFound: 'The rest of the money',
    matchWhere: 'Where it comes from',
    matchPlan: 'How you will find it',
    runningWanted: 'The first years',
    runningCosts: 'Costs of the first years',
    runningWhy: 'Reasons for more money',
    incomeFrom: 'Income',
    businessPlan: 'Business plan',
    profitKept: 'Profit',
    subsidy: 'Other public money',
    subsidySum: 'Sum of other money',
  }),
  { title: 'Tax', fields: ['vat', 'vatNumber'], when: isLarge },
  ...pageForEach({
    feasibility: 'What you looked into',
    feasibilityFile: 'The study',
    skills: 'Experience',
    staff: 'Staff',
    staffRoles: 'What the staff do',
    volunteers: 'Volunteers',
    governance: 'Decisions',
    members: 'Members',
    membersJoin: 'Who can be a member',
    begins: 'Beginning',
    opens: 'Opening',
    schedule: 'Schedule',
    permission: 'Permission to build',
    permissionState: 'State of the permission',
    mainRisks: 'Main risks',
    riskFile: 'List of risks',
    insured: 'Insurance',
    safeguarding: 'Safety of people',
    equality: 'Equality',
    stateAid: 'Fairness',
    future: 'The future',
    audited: 'Accounts',
  }),
  { title: 'Before you send', fields: ['agreesToCheck', 'agreesToPrivacy'] },
] as const;
