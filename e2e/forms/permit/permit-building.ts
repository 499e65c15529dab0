import {
  choice,
  choices,
  date,
  longText,
  matrix,
  number,
  repeat,
  text,
  year,
} from '#core/fields/index.ts';
import type { PartLogic } from '../parts.ts';
import { yesNo, yesNoUnsure } from '../usual-options.ts';
import { blockNumber, drawingFile, lotNumber, permitNumber, postcode } from './permit-codes.ts';

const uses = [
  ['house', 'A house for one family'],
  ['two', 'A house for two families'],
  ['flats', 'Flats'],
  ['hotel', 'A hotel'],
  ['shop', 'Shops'],
  ['office', 'Offices'],
  ['food', 'A restaurant'],
  ['school', 'A school'],
  ['factory', 'A factory or workshop'],
  ['store', 'A warehouse'],
  ['garage', 'A garage'],
  ['other', 'Something else'],
] as const;

const structures = [
  ['1', 'Concrete or steel, fireproof'],
  ['2', 'Concrete or steel'],
  ['3', 'Brick, with wooden floors'],
  ['4', 'Heavy timber'],
  ['5', 'Wooden frame'],
] as const;

export const buildingFields = {
  street: text({ label: 'Street of the building', max: 120 }),
  houseNumber: number({ label: 'Number of the house', whole: true, min: 1, max: 99_999 }),
  houseSuffix: text({ label: 'Letter after the number', max: 4, example: 'A', optional: true }),
  unit: text({ label: 'Unit', max: 20, optional: true }),
  buildingCode: postcode('Postcode of the building'),
  block: blockNumber('Block'),
  lot: lotNumber('Lot'),
  moreLots: choice({ label: 'Is it on more than one lot?', options: yesNo }),
  lots: repeat({
    label: 'The other lots',
    one: 'Lot',
    add: 'Add a lot',
    max: 10,
    fields: {
      otherBlock: blockNumber('Block of this lot'),
      otherLot: lotNumber('Number of this lot'),
    },
  }),
  built: year({ label: 'In which year was it built?', min: 1770 }),
  historic: choice({ label: 'Is it a historic building?', options: yesNoUnsure }),
  historicName: text({ label: 'What is it called?', max: 120 }),
  slope: choice({ label: 'Is it on a steep slope?', options: yesNo }),
  nowUse: choices({ label: 'What is it used for now?', options: uses, min: 1 }),
  nowUseOther: text({ label: 'What else is it used for now?', max: 120 }),
  nowType: choice({ label: 'What is it built of?', options: structures }),
  nowStoreys: number({ label: 'How many storeys does it have?', whole: true, min: 0, max: 99 }),
  nowCellars: number({ label: 'How many cellars does it have?', whole: true, min: 0, max: 9 }),
  nowHeight: number({ label: 'How high is it?', unit: 'ft', min: 0, max: 1200 }),
  nowHomes: number({ label: 'How many homes are in it?', whole: true, min: 0, max: 999 }),
  nowBeds: number({ label: 'How many bedrooms are in it?', whole: true, min: 0, max: 5000 }),
  nowArea: number({ label: 'How large is it inside?', unit: 'ft²', min: 0, max: 9_999_999 }),
  nowShopArea: number({ label: 'How much of it is shops?', unit: 'ft²', min: 0, max: 9_999_999 }),
  nowParking: number({ label: 'How many cars can be parked?', whole: true, min: 0, max: 9999 }),
  nowSprinklers: choice({ label: 'Are there sprinklers?', options: yesNo }),
  nowAlarm: choice({ label: 'Is there a fire alarm?', options: yesNo }),
  changesUse: choice({ label: 'Will it be used for something else?', options: yesNo }),
  newUse: choices({ label: 'What will it be used for?', options: uses, min: 1 }),
  newUseOther: text({ label: 'What else will it be used for?', max: 120 }),
  newType: choice({ label: 'What will it be built of?', options: structures }),
  newStoreys: number({ label: 'How many storeys will it have?', whole: true, min: 0, max: 99 }),
  newCellars: number({ label: 'How many cellars will it have?', whole: true, min: 0, max: 9 }),
  newHeight: number({ label: 'How high will it be?', unit: 'ft', min: 0, max: 1200 }),
  newHomes: number({ label: 'How many homes will be in it?', whole: true, min: 0, max: 999 }),
  newBeds: number({ label: 'How many bedrooms will be in it?', whole: true, min: 0, max: 5000 }),
  newArea: number({ label: 'How large will it be inside?', unit: 'ft²', min: 0, max: 9_999_999 }),
  newShopArea: number({ label: 'How much will be shops?', unit: 'ft²', min: 0, max: 9_999_999 }),
  newParking: number({ label: 'How many cars will be parked?', whole: true, min: 0, max: 9999 }),
  newSprinklers: choice({ label: 'Will there be sprinklers?', options: yesNo }),
  newAlarm: choice({ label: 'Will there be a fire alarm?', options: yesNo }),
  rented: choice({ label: 'Do tenants live in it?', options: yesNo }),
  tenants: repeat({
    label: 'The homes with tenants',
    one: 'Home',
    add: 'Add a home',
    max: 30,
    item: ({ tenantUnit }) => tenantUnit,
    fields: {
      tenantUnit: text({ label: 'Unit of the home', max: 20 }),
      tenantSince: year({ label: 'Since which year do they live there?', min: 1920 }),
      tenantMoves: choice({ label: 'Do they have to move out?', options: yesNo }),
    },
  }),
  tenantPlan: longText({ label: 'Where do they live meanwhile?', max: 1000, rows: 3 }),
  violation: choice({ label: 'Has the city complained about the building?', options: yesNo }),
  violationNumber: permitNumber('Number of the complaint'),
  violationDay: date({ label: 'Date of the complaint' }),
  fireSafety: matrix({
    label: 'How safe are these in a fire?',
    rows: [
      ['stairs', 'The stairs'],
      ['doors', 'The doors'],
      ['walls', 'The walls between homes'],
    ],
    columns: [
      ['good', 'As the code says'],
      ['old', 'As an older code said'],
      ['bad', 'Not safe'],
    ],
  }),
  planFile: drawingFile('the plan of the site'),
};

export type BuildingValues = {
  readonly moreHomes: number;
  readonly moreArea: number;
  readonly moreHeight: number;
  readonly homeArea: number;
  readonly movingTenants: number;
};

/** How much more there will be than there is. */
function increase(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before;
}

export const buildingLogic = {
  calculate: {
    moreHomes: ({ nowHomes, newHomes }) => increase(nowHomes, newHomes),
    moreArea: ({ nowArea, newArea }) => increase(nowArea, newArea),
    moreHeight: ({ nowHeight, newHeight }) => increase(nowHeight, newHeight),
    homeArea: ({ newArea, newShopArea }) => increase(newShopArea, newArea),
    movingTenants: ({ tenants }) =>
      tenants?.filter(({ tenantMoves }) => tenantMoves === 'yes').length,
  },
  when: {
    lots: ({ moreLots }) => moreLots === 'yes',
    historicName: ({ historic }) => historic === 'yes',
    nowUseOther: ({ nowUse }) => nowUse?.includes('other'),
    newUse: ({ changesUse }) => changesUse === 'yes',
    newUseOther: ({ newUse }) => newUse?.includes('other'),
    tenants: ({ rented }) => rented === 'yes',
    tenantPlan: ({ movingTenants }) => movingTenants !== undefined && movingTenants > 0,
    violationNumber: ({ violation }) => violation === 'yes',
    violationDay: ({ violation }) => violation === 'yes',
  },
  bounds: {
    built: (_, { today }) => (today ? { max: Number(today.slice(0, 4)) } : undefined),
    nowShopArea: ({ nowArea }) => (nowArea === undefined ? undefined : { max: nowArea }),
    newShopArea: ({ newArea }) => (newArea === undefined ? undefined : { max: newArea }),
    violationDay: (_, { today }) => ({ max: today }),
  },
  rules: [
    {
      at: 'newHeight',
      broken: ({ newHeight, newStoreys }) =>
        newHeight !== undefined && newStoreys !== undefined && newHeight < newStoreys * 7,
      message: 'Enter the new height again: a storey has at least 7 feet',
    },
    {
      at: 'newBeds',
      broken: ({ newBeds, newHomes }) => newHomes === 0 && newBeds !== undefined && newBeds > 0,
      message: 'Enter 0 bedrooms, or the number of homes: bedrooms are in homes',
    },
  ],
} satisfies PartLogic<typeof buildingFields, BuildingValues>;

export const buildingPages = [
  {
    title: 'Where the building is',
    fields: [
      'street',
      'houseNumber',
      'houseSuffix',
      'unit',
      'buildingCode',
      'block',
      'lot',
      'moreLots',
      'lots',
    ],
  },
  {
    title: 'The building today',
    fields: [
      'built',
      'historic',
      'historicName',
      'slope',
      'nowUse',
      'nowUseOther',
      'nowType',
      'nowStoreys',
      'nowCellars',
      'nowHeight',
      'nowHomes',
      'nowBeds',
      'nowArea',
      'nowShopArea',
      'nowParking',
      'nowSprinklers',
      'nowAlarm',
    ],
  },
  {
    title: 'The building afterwards',
    fields: [
      'changesUse',
      'newUse',
      'newUseOther',
      'newType',
      'newStoreys',
      'newCellars',
      'newHeight',
      'newHomes',
      'newBeds',
      'newArea',
      'newShopArea',
      'newParking',
      'newSprinklers',
      'newAlarm',
    ],
  },
  { title: 'Tenants', fields: ['rented', 'tenants', 'tenantPlan'] },
  {
    title: 'Safety',
    fields: ['violation', 'violationNumber', 'violationDay', 'fireSafety', 'planFile'],
  },
] as const;
