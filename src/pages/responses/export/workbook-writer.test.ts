import { read, utils, type WorkBook } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { choice, date, number, repeat, text, time } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import type { Response } from '../data/response.ts';
import { workbookWriter } from './workbook-writer.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

const form: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  fields: {
    code: text({ label: 'Code', hint: 'On the door', max: 40_000 }),
    born: date({ label: 'Born', optional: true }),
    opens: time({ label: 'Opens', optional: true }),
    cups: number({ label: 'Cups', optional: true }),
    water: choice({
      label: 'Water',
      options: [
        ['tap', 'Tap'],
        ['well', 'Well'],
      ],
      optional: true,
    }),
    depth: number({ label: 'Depth', unit: 'm' }),
    people: repeat({ label: 'People', optional: true, fields: { name: text({ label: 'Name' }) } }),
  },
  when: { depth: ({ water }) => water === 'well' },
});

const response = (answers: Response['answers']): Response => ({
  id: '019a0000-0000-7000-8000-000000000001',
  username: 'person-1',
  formVersion: 1,
  version: 1,
  answers,
  derived: undefined,
  createdAt: '2026-11-21T09:41:07.000Z',
  updatedAt: '2026-11-21T09:41:07.000Z',
  receipt: {},
});

/** Reads a workbook with somebody else's code. */
async function opened(parts: readonly BlobPart[]): Promise<WorkBook> {
  return read(await bytesOf(new Blob([...parts])), { cellDates: true, UTC: true });
}

/** jsdom's blobs can only be read so. */
function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as ArrayBuffer));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('It cannot be read.')));
    reader.readAsArrayBuffer(blob);
  });
}

async function workbookOf(...some: Response['answers'][]): Promise<WorkBook> {
  const writer = workbookWriter(form);
  for (const answers of some) writer.add(response(answers));
  return opened(await writer.parts([]));
}

/** The cells of the first sheet's second row: their types and values. */
async function firstRow(answers: Response['answers']) {
  const sheet = sheetOf(await workbookOf(answers), 'Responses');
  return (column: string) =>
    sheet[`${column}2`] as { t: string; v: unknown; w?: string } | undefined;
}

function sheetOf(workbook: WorkBook, name: string) {
  const sheet = workbook.Sheets[name];
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

test('a workbook has typed cells: instants, days, times of day and numbers that can be added', async () => {
  const cell = await firstRow({
    code: 'a',
    born: '2000-01-31',
    opens: '08:30',
    cups: 2.5,
    water: 'tap',
  });
  expect(cell('A')).toMatchObject({ t: 'd', w: '2026-11-21 09:41:07' });
  expect(cell('C')).toMatchObject({ t: 'd', v: new Date('2000-01-31') });
  expect(cell('D')?.w).toBe('08:30');
  expect(cell('E')).toMatchObject({ t: 'n', v: 2.5 });
  expect(cell('F')).toMatchObject({ t: 's', v: 'Tap' });
  expect(cell('G')).toMatchObject({ t: 's', v: 'NA' });
});

test.each([
  '007',
  '=1+1',
  '@SUM(A1)',
  '2026-03-31',
  '1E5',
  '+4712345678',
  ' spaces ',
  'a\nb\tc',
  '<b>&"',
  '_x0041_',
])('the text %j stays the text that it is', async (some) => {
  const sheet = { name: 'Texts', columns: [{ label: 'Text' }], rows: [[some]] };
  const cell = sheetOf(await opened([await writeWorkbook([sheet])]), 'Texts')['A2'] as object;
  expect(cell).toMatchObject({ t: 's', v: some });
  expect(cell).not.toHaveProperty('f');
});

test('a text that says NA is not what was not asked', async () => {
  expect((await firstRow({ code: 'NA' }))('B')?.v).toBe("'NA");
});

test('what a cell cannot hold is cut off, and says so', async () => {
  const value = (await firstRow({ code: 'x'.repeat(40_000) }))('B')?.v as string;
  expect(value).toHaveLength(32_767);
  expect(value).toContain('the CSV and the JSON have all of it');
});

test('days before March 1900, which spreadsheets number differently, are text', async () => {
  expect((await firstRow({ code: 'a', born: '1899-12-31' }))('C')).toMatchObject({
    t: 's',
    v: '1899-12-31',
  });
});

test('each repeat has a sheet with the ids to join it by, and one sheet explains all columns', async () => {
  const id = '018f3c2e-7b1a-7000-8000-000000000001';
  const workbook = await workbookOf({ code: 'a', people: [{ id, name: 'Ann' }] });
  expect(workbook.SheetNames).toEqual(['Responses', 'People', 'About the columns']);
  expect(utils.sheet_to_json(sheetOf(workbook, 'People'))).toEqual([
    { Id: '019a0000-0000-7000-8000-000000000001', 'Id of People': id, Number: 1, Name: 'Ann' },
  ]);
  const about = utils.sheet_to_json<Record<string, string>>(sheetOf(workbook, 'About the columns'));
  const names = about.flatMap(({ Sheet, Column }) => (Sheet === 'Responses' ? [Column] : []));
  const [headings] = utils.sheet_to_json<string[]>(sheetOf(workbook, 'Responses'), { header: 1 });
  expect(names).toEqual(headings);
  expect(about).toContainEqual({
    Sheet: 'Responses',
    Column: 'Water',
    'Name in the API': 'water',
    About: 'Tap = tap; Well = well',
  });
});

test('answers to removed questions have columns at the end', async () => {
  const sheet = sheetOf(await workbookOf({ code: 'a' }, { code: 'b', web: 'x' }), 'Responses');
  expect(
    utils.sheet_to_json(sheet).map((it) => (it as object)['web (no longer asked)' as never]),
  ).toEqual([undefined, 'x']);
});

test('more rows than a sheet can have continue on the next one', async () => {
  const rows = Array.from({ length: 5 }, (_, i) => [i]);
  const sheet = { name: 'Responses', columns: [{ label: 'Number' }], rows };
  const workbook = await opened([await writeWorkbook([sheet], 2)]);
  expect(workbook.SheetNames).toEqual(['Responses', 'Responses (2)', 'Responses (3)']);
  const read = workbook.SheetNames.flatMap((it) =>
    utils.sheet_to_json<{ Number: number }>(sheetOf(workbook, it)),
  );
  expect(read.map((it) => it.Number)).toEqual([0, 1, 2, 3, 4]);
});
