import {
  choice,
  choices,
  currency,
  longText,
  number,
  repeat,
  slider,
  text,
} from '#core/fields/index.ts';
import { namesOf, type PartLogic } from '../parts.ts';
import { goodPoor } from '../usual-options.ts';
import type { householdFields, HouseholdValues } from './needs-household.ts';
import { count, isTrue, sumOf } from './question-kinds.ts';

const causes = [
  ['fever', 'A fever'],
  ['birth', 'Pregnancy or birth'],
  ['diarrhoea', 'Diarrhoea'],
  ['cough', 'An illness of the lungs'],
  ['injury', 'An injury'],
  ['hunger', 'Hunger'],
  ['age', 'Old age'],
  ['unsure', 'Nobody knows'],
] as const;

export const healthFields = {
  illTwoWeeks: count('How many were ill in the last two weeks?', 40),
  illChildren: count('How many of them are younger than 5?', 40),
  illFever: count('How many had a fever?', 40),
  illCough: count('How many had a cough?', 40),
  illDiarrhoea: count('How many had diarrhoea?', 40),
  illSkin: count('How many had a rash?', 40),
  illTreated: count('How many were treated?', 40),
  illWhere: choice({
    label: 'Where were they treated?',
    options: [
      ['hospital', 'In a hospital'],
      ['clinic', 'In a clinic'],
      ['mobile', 'By a mobile team'],
      ['pharmacy', 'In a pharmacy'],
      ['healer', 'By a healer'],
    ],
  }),
  illNot: choices({
    label: 'Why were not all of them treated?',
    options: [
      ['money', 'It costs too much'],
      ['far', 'It is too far'],
      ['closed', 'It was closed'],
      ['drugs', 'There were no drugs'],
      ['refused', 'They were sent away'],
      ['need', 'There was no need'],
    ],
    min: 1,
    max: 3,
  }),
  clinic: number({
    label: 'How far is the nearest clinic on foot?',
    unit: 'minutes',
    min: 0,
    max: 900,
  }),
  clinicKind: choice({
    label: 'Who runs it?',
    options: [
      ['state', 'The state'],
      ['private', 'A private owner'],
      ['charity', 'An organisation'],
      ['unsure', 'Nobody knows'],
    ],
  }),
  clinicState: choice({ label: 'How good is it?', options: goodPoor }),
  clinicPaid: isTrue('Do you have to pay there?'),
  clinicCost: currency({ label: 'What does a visit cost?', currency: 'USD', max: 1000 }),
  clinicDrugs: choice({
    label: 'Are the drugs there that you need?',
    options: [
      ['always', 'Always'],
      ['often', 'Often'],
      ['seldom', 'Seldom'],
      ['never', 'Never'],
    ],
  }),
  vaccinated: count('How many children under 5 had the measles vaccine?', 40),
  vaccinatedCard: count('For how many did you see a card?', 40),
  vaccinatedNot: longText({ label: 'Why did the others not have it?', max: 600, rows: 3 }),
  vitamin: count('How many children had vitamin A?', 40),
  worms: count('How many children had a drug against worms?', 40),
  nets: count('How many mosquito nets do you have?', 40),
  netsUsed: count('How many people slept under one last night?', 40),
  births: count('How many children were born here in a year?', 10),
  birthsClinic: count('How many of them in a clinic?', 10),
  birthHelp: choice({
    label: 'Who helped at the last birth?',
    options: [
      ['doctor', 'A doctor or nurse'],
      ['midwife', 'A midwife'],
      ['elder', 'An older woman'],
      ['nobody', 'Nobody'],
    ],
  }),
  pregnantChecked: count('How many pregnant women were examined?', 20),
  chronic: choices({
    label: 'Which of these does somebody have?',
    options: [
      ['heart', 'An illness of the heart'],
      ['sugar', 'Diabetes'],
      ['lungs', 'Tuberculosis'],
      ['cancer', 'Cancer'],
      ['none', 'None of these'],
    ],
    exclusive: ['none'],
  }),
  chronicDrugs: isTrue('Do they get their drugs?'),
  sad: choice({
    label: 'How often is somebody too sad to work?',
    options: [
      ['never', 'Never'],
      ['sometimes', 'Sometimes'],
      ['often', 'Often'],
      ['refused', 'Prefers not to answer'],
    ],
  }),
  sadHelp: choice({
    label: 'Who helps them?',
    options: [
      ['family', 'The family'],
      ['elder', 'An elder'],
      ['doctor', 'A doctor'],
      ['nobody', 'Nobody'],
    ],
  }),
  hardSee: count('How many cannot see well, even with glasses?', 40),
  hardHear: count('How many cannot hear well?', 40),
  hardWalk: count('How many cannot walk well?', 40),
  hardThink: count('How many cannot remember well?', 40),
  healthScore: slider({ label: 'How well is the household, all in all?', max: 10 }),
  died: isTrue('Has anybody of the household died in a year?'),
  deaths: repeat({
    label: 'Those who died',
    one: 'Person',
    add: 'Add a person',
    max: 10,
    item: ({ deadName }) => deadName,
    fields: {
      deadName: text({ label: 'Name, if they want to say it', max: 60, optional: true }),
      deadAge: number({ label: 'At which age?', whole: true, min: 0, max: 120, unit: 'years' }),
      deadCause: choice({ label: 'What did they die of?', options: causes }),
      deadCare: isTrue('Were they treated before?'),
    },
    when: { deadCare: ({ deadCause }) => deadCause !== 'age' && deadCause !== undefined },
  }),
};

export type HealthValues = { readonly illSymptoms: number; readonly deadChildren: number };

export const healthLogic = {
  calculate: {
    illSymptoms: ({ illFever, illCough, illDiarrhoea, illSkin }) =>
      sumOf(illFever, illCough, illDiarrhoea, illSkin),
    deadChildren: ({ deaths }) =>
      deaths?.filter(({ deadAge }) => deadAge !== undefined && deadAge < 5).length,
  },
  when: {
    illChildren: ({ illTwoWeeks }) => illTwoWeeks !== undefined && illTwoWeeks > 0,
    illFever: ({ illTwoWeeks }) => illTwoWeeks !== undefined && illTwoWeeks > 0,
    illCough: ({ illTwoWeeks }) => illTwoWeeks !== undefined && illTwoWeeks > 0,
    illDiarrhoea: ({ illTwoWeeks }) => illTwoWeeks !== undefined && illTwoWeeks > 0,
    illSkin: ({ illTwoWeeks }) => illTwoWeeks !== undefined && illTwoWeeks > 0,
    illTreated: ({ illTwoWeeks }) => illTwoWeeks !== undefined && illTwoWeeks > 0,
    illWhere: ({ illTreated }) => illTreated !== undefined && illTreated > 0,
    illNot: ({ illTwoWeeks, illTreated }) =>
      illTreated !== undefined && illTreated < (illTwoWeeks ?? 0),
    clinicState: ({ clinic }) => clinic !== undefined && clinic < 600,
    clinicPaid: ({ clinic }) => clinic !== undefined && clinic < 600,
    clinicCost: ({ clinicPaid }) => clinicPaid === 'yes',
    clinicDrugs: ({ clinicState }) => clinicState !== undefined && clinicState !== 'none',
    vaccinated: ({ underFive }) => underFive !== undefined && underFive > 0,
    vaccinatedCard: ({ vaccinated }) => vaccinated !== undefined && vaccinated > 0,
    vaccinatedNot: ({ vaccinated, underFive }) =>
      vaccinated !== undefined && vaccinated < (underFive ?? 0),
    vitamin: ({ underFive }) => underFive !== undefined && underFive > 0,
    worms: ({ underFive }) => underFive !== undefined && underFive > 0,
    netsUsed: ({ nets }) => nets !== undefined && nets > 0,
    birthsClinic: ({ births }) => births !== undefined && births > 0,
    birthHelp: ({ births }) => births !== undefined && births > 0,
    pregnantChecked: ({ pregnant }) => pregnant !== undefined && pregnant > 0,
    chronicDrugs: ({ chronic }) => chronic !== undefined && !chronic.includes('none'),
    sadHelp: ({ sad }) => sad === 'sometimes' || sad === 'often',
    hardSee: ({ disabled }) => disabled !== undefined && disabled > 0,
    hardHear: ({ disabled }) => disabled !== undefined && disabled > 0,
    hardWalk: ({ disabled }) => disabled !== undefined && disabled > 0,
    hardThink: ({ disabled }) => disabled !== undefined && disabled > 0,
    deaths: ({ died }) => died === 'yes',
  },
  bounds: {
    illTwoWeeks: ({ size }) => (size === undefined ? undefined : { max: size }),
    illFever: ({ illTwoWeeks }) => (illTwoWeeks === undefined ? undefined : { max: illTwoWeeks }),
    illCough: ({ illTwoWeeks }) => (illTwoWeeks === undefined ? undefined : { max: illTwoWeeks }),
    illTreated: ({ illTwoWeeks }) => (illTwoWeeks === undefined ? undefined : { max: illTwoWeeks }),
    vaccinatedCard: ({ vaccinated }) =>
      vaccinated === undefined ? undefined : { max: vaccinated },
    birthsClinic: ({ births }) => (births === undefined ? undefined : { max: births }),
    pregnantChecked: ({ pregnant }) => (pregnant === undefined ? undefined : { max: pregnant }),
  },
  rules: [
    {
      at: 'illSkin',
      broken: ({ illTwoWeeks, illSymptoms }) =>
        illTwoWeeks !== undefined && illSymptoms !== undefined && illSymptoms > illTwoWeeks * 4,
      message: 'Enter fewer ill people: there are more complaints than anybody can have',
    },
    {
      at: 'vaccinated',
      broken: ({ vaccinated, underFive }) =>
        vaccinated !== undefined && underFive !== undefined && vaccinated > underFive,
      message: 'Enter fewer children: there are not so many younger than five',
    },
    {
      at: 'hardThink',
      broken: ({ disabled, hardSee, hardHear, hardWalk, hardThink }) =>
        disabled !== undefined && sumOf(hardSee, hardHear, hardWalk, hardThink) > disabled * 4,
      message: 'Enter fewer people: before, you said that fewer need help',
    },
    {
      at: 'netsUsed',
      broken: ({ nets, netsUsed }) =>
        nets !== undefined && netsUsed !== undefined && netsUsed > nets * 6,
      message: 'Check the nets: more than six people under each',
      soft: true,
    },
    {
      at: 'illChildren',
      broken: ({ illChildren, underFive }) =>
        illChildren !== undefined && underFive !== undefined && illChildren > underFive,
      message: 'Enter fewer ill children: there are not so many younger than five',
    },
  ],
} satisfies PartLogic<typeof healthFields & typeof householdFields, HealthValues, HouseholdValues>;

const names = namesOf(healthFields);
const at = (name: keyof typeof healthFields) => names.indexOf(name);

export const healthPages = [
  { title: 'Illness', fields: names.slice(0, at('clinic')) },
  { title: 'The clinic', fields: names.slice(at('clinic'), at('vaccinated')) },
  { title: 'Children and births', fields: names.slice(at('vaccinated'), at('chronic')) },
  { title: 'Long illness and disability', fields: names.slice(at('chronic'), at('died')) },
  { title: 'Those who died', fields: names.slice(at('died')) },
] as const;
