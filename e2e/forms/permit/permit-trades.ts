import { choice, longText, number, text } from '#core/fields/index.ts';
import type { AnswersSoFar } from '#core/logic/form-logic.ts';
import { namesOf, type PartLogic } from '../parts.ts';
import { yesNo } from '../usual-options.ts';
import { licenceNumber } from './permit-codes.ts';
import type { workFields } from './permit-work.ts';

const fuels = [
  ['electric', 'Electricity'],
  ['gas', 'Gas'],
  ['wood', 'Wood'],
  ['sun', 'The sun'],
] as const;

/** How many of something there will be. */
function count(what: string, noun = `the number of ${what}`) {
  return number({ label: `How many ${what}?`, noun, whole: true, min: 0, max: 9999 });
}

export const tradeFields = {
  electrician: text({ label: 'Who does the electric work?', noun: 'the electrician', max: 120 }),
  electricianLicence: licenceNumber('Licence of the electrician'),
  ampsNow: number({ label: 'How strong is the supply now?', unit: 'A', min: 0, max: 9999 }),
  ampsNew: number({ label: 'How strong will the supply be?', unit: 'A', min: 0, max: 9999 }),
  sockets: count('sockets'),
  switches: count('switches'),
  lamps: count('lamps'),
  circuits: count('new circuits'),
  chargers: count('chargers for cars'),
  plumber: text({ label: 'Who does the plumbing?', noun: 'the plumber', max: 120 }),
  basins: count('basins'),
  toilets: count('toilets'),
  showers: count('showers and tubs'),
  sinks: count('kitchen sinks'),
  washers: count('washing machines'),
  drains: count('floor drains'),
  waterPipe: number({ label: 'How wide is the water pipe?', unit: 'in', min: 0, max: 48 }),
  sewer: choice({ label: 'Is it connected to the sewer?', options: yesNo }),
  septic: text({ label: 'Where does the waste water go?', noun: 'where it goes', max: 200 }),
  greyWater: choice({ label: 'Is water used twice?', options: yesNo }),
  gasMeters: count('gas meters'),
  gasPoints: count('connections for gas'),
  gasPressure: number({ label: 'What is the pressure of the gas?', unit: 'psi', min: 0, max: 100 }),
  boilerFuel: choice({ label: 'What heats the water?', options: fuels }),
  boilers: count('boilers'),
  heatFuel: choice({ label: 'What heats the building?', options: fuels }),
  furnaces: count('furnaces'),
  coolers: count('air conditioners'),
  fans: count('fans'),
  ducts: number({ label: 'How long are the new ducts?', unit: 'ft', min: 0, max: 99_999 }),
  lifts: count('lifts'),
  liftStops: count('stops of the lifts'),
  panels: count('solar panels'),
  panelPower: number({ label: 'How strong are they together?', unit: 'kW', min: 0, max: 9999 }),
  sprinklerHeads: count('sprinklers'),
  alarms: count('smoke alarms'),
  tradeNotes: longText({ label: 'More about the trades', max: 1000, rows: 3, optional: true }),
};

export const tradeLogic = {
  when: { septic: ({ sewer }) => sewer === 'no' },
  rules: [
    {
      at: 'ampsNew',
      broken: ({ ampsNow, ampsNew }) =>
        ampsNow !== undefined && ampsNew !== undefined && ampsNew < ampsNow,
      message: 'Check the supply: it will be weaker than it is now',
      soft: true,
    },
    {
      at: 'liftStops',
      broken: ({ lifts, liftStops }) => lifts === 0 && liftStops !== undefined && liftStops > 0,
      message: 'Enter 0 stops, or the number of lifts: only lifts have stops',
    },
  ],
} satisfies PartLogic<typeof tradeFields>;

const needsTrades = ({ trades }: AnswersSoFar<typeof workFields, object>) =>
  trades !== undefined && !trades.includes('none');

export const tradePages = [
  { title: 'Trades', fields: namesOf(tradeFields), when: needsTrades },
] as const;
