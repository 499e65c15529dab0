import type { Locator, Page } from 'playwright-core';
import type { Control, ControlNamed } from '#core/form/field.ts';
import { rowLabel } from '#core/form/list.ts';
import { chosenValues, optionLabel, optionValues, otherText } from '#core/form/options.ts';
import { isFocused, tabTo } from '../browser/keyboard.ts';
import type { GivenAnswer } from './generated-respondent.ts';

/** Answers questions on the page that is open, by keys alone: Tab goes to a control, others change it. */
export async function typeAnswers(
  page: Page,
  given: readonly GivenAnswer[],
  path = '',
): Promise<void> {
  for (const it of given) await typeAnswer(page, it, path + it.name);
}

async function typeAnswer(page: Page, given: GivenAnswer, path: string): Promise<void> {
  const { field, answer, instances } = given;
  if (instances) return typeInstances(page, given, path);
  if (answer === undefined) return;
  const type: Typist<never> = typists[field.control.is];
  await type({ page, id: `answer-${path}`, control: field.control as never }, answer as never);
}

/** Opens an instance, unless an answer has opened it already, and answers what is asked about it. */
async function typeInstances(page: Page, { field, instances = [] }: GivenAnswer, path: string) {
  const { control } = field;
  const isCounted = 'count' in control && control.count !== undefined;
  const cards = page.locator(`fieldset[id^="answer-${path}/"]`);
  for (const [i, answers] of instances.entries()) {
    if (!isCounted) {
      await tabTo(page, boxOf(page, `answer-${path}`), 'Tab');
      await page.keyboard.press('Enter');
    }
    const card = await cards.nth(i).getAttribute('id');
    await typeAnswers(page, answers, `${card?.replace('answer-', '')}/`);
  }
}

type Target<C> = { readonly page: Page; readonly id: string; readonly control: C };
type Typist<C> = (at: Target<C>, answer: never) => Promise<void>;

const typists: { readonly [Is in Control['is']]: Typist<ControlNamed<Is>> } = {
  input: ({ page, id, control }, answer: string | number) => {
    const text = String(answer);
    if (control.type === 'date') return typeSegments(page, id, text, dayKeys(text));
    if (control.type === 'time') return typeSegments(page, id, text, timeKeys(text));
    return typeInto(page, id, text);
  },
  textarea: ({ page, id }, answer: string) => typeInto(page, id, answer),
  month: async ({ page, id }, answer: string) => {
    const [year = '', month = ''] = answer.split('-');
    await selectBelow(page, id, month);
    await typeInto(page, `${id}-year`, year);
  },
  'date-time': ({ page, id }, answer: string) => {
    const shown = answer.slice(0, 16);
    const [day = '', time = ''] = shown.split('T');
    const keys = dayKeys(day).flatMap((it) => timeKeys(time).map((then) => it + then));
    return typeSegments(page, id, shown, keys);
  },
  currency: ({ page, id }, answer: number) => typeInto(page, id, String(answer)),
  scale: (at, answer: number) => checkRadio(at, String(answer)),
  slider: ({ page, id }, answer: number) => typeInto(page, id, String(answer)),
  address: async ({ page, id, control }, answer: Readonly<Record<string, string>>) => {
    for (const [i, { name }] of control.parts.entries())
      if (answer[name] !== undefined)
        await typeInto(page, i === 0 ? id : `${id}-${name}`, answer[name]);
  },
  barcode: ({ page, id }, answer: string) => typeInto(page, id, answer),
  note: async () => {},
  acknowledge: ({ page, id }) => tick(page, boxOf(page, id)),
  hidden: async () => {},
  choice: async (at, answer) => {
    const { page, id, control } = at;
    const [value = ''] = chosenValues(answer);
    const { options, pictures } = control;
    const isRadios = pictures !== undefined || options.length <= 7;
    if (isRadios) await checkRadio(at, value);
    else if (options.length <= 15) await selectBelow(page, id, value);
    else await find(page, id, optionLabel(options, value) ?? '');
    const text = otherText(answer);
    if (text !== undefined) await typeInto(page, isRadios ? id : `${id}-other`, text);
  },
  choices: async ({ page, id, control }, answer: readonly unknown[]) => {
    for (const one of answer) {
      const [value = ''] = chosenValues(one);
      const i = optionValues(control.options).indexOf(value);
      await tick(page, boxOf(page, i === 0 ? id : `${id}-${i}`));
      const text = otherText(one);
      if (text !== undefined) await typeInto(page, `${id}-other`, text);
    }
  },
  checkbox: async ({ page, id }, answer: boolean) => {
    if (answer) await tick(page, boxOf(page, id));
  },
  list: async ({ page, id, control }, answer: string) => {
    const row = control.list.find(answer);
    await find(page, id, row ? rowLabel(row) : answer);
  },
  matrix: async ({ page, id, control }, answer: Readonly<Record<string, string>>) => {
    for (const [row] of control.rows)
      await checkRadio({ page, id: `${id}.${row}` }, answer[row] ?? '');
  },
  ranking: async ({ page, id, control }, answer: readonly string[]) => {
    const [first = ''] = optionValues(control.options);
    const group = page.locator('fieldset.question').filter({ has: boxOf(page, id) });
    const isInOrder = answer[0] === first;
    await tabTo(
      page,
      isInOrder ? group.locator('.ranking-start button') : boxOf(page, `${id}-${first}-1`),
    );
    await page.keyboard.press('Enter');
  },
  location: async ({ page, id }, answer: { Latitude: number; Longitude: number }) => {
    await typeInto(page, id, String(answer.Latitude));
    await typeInto(page, `${id}-Longitude`, String(answer.Longitude));
  },
  drawing: async ({ page, id, control }, answer: { coordinates: unknown }) => {
    const [ring] = answer.coordinates as readonly (readonly [number, number][])[];
    const all = control.isArea ? ring?.slice(0, -1) : answer.coordinates;
    for (const [longitude, latitude] of (all ?? []) as readonly (readonly [number, number])[]) {
      await typeInto(page, id, String(latitude));
      await typeInto(page, `${id}-Longitude`, String(longitude));
      const group = page.locator('fieldset.question').filter({ has: boxOf(page, id) });
      await tabTo(page, group.getByRole('button', { name: 'Add this point' }));
      await page.keyboard.press('Enter');
    }
  },
  photo: async () => {},
  file: async () => {},
  signature: async () => {},
  audio: async () => {},
  repeat: async () => {},
};

/** The first control of a question, or one of its others. */
function boxOf(page: Page, id: string): Locator {
  return page.locator(`[id="${id}"]`);
}

async function typeInto(page: Page, id: string, text: string): Promise<void> {
  await tabTo(page, boxOf(page, id));
  await page.keyboard.type(text);
}

/** What is typed into the segments of a date, in the orders of different countries. */
function dayKeys(day: string): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  return [month + date + year, date + month + year, year + month + date];
}

function timeKeys(time: string): readonly string[] {
  const [hour = '', minute = ''] = time.split(':');
  const twelve = String(Number(hour) % 12 || 12).padStart(2, '0');
  return [twelve + minute + (Number(hour) < 12 ? 'A' : 'P'), hour + minute];
}

/**
 * Types into a box that the browser divides into segments; a full one leads to the next by itself. Their order
 * depends on the browser’s own language, so the next is tried until the box has the value.
 */
async function typeSegments(
  page: Page,
  id: string,
  value: string,
  orders: readonly string[],
): Promise<void> {
  const box = boxOf(page, id);
  await tabTo(page, box);
  for (const keys of orders) {
    await page.keyboard.type(keys);
    if ((await box.inputValue()) === value) return;
    // Begins at the first segment again.
    await page.keyboard.press('Shift+Tab');
    for (let presses = 0; presses < 7 && (await isFocused(box)); presses += 1)
      await page.keyboard.press('Shift+Tab');
    await tabTo(page, box);
  }
  throw new Error(`${id} takes ${value} in no order.`);
}

async function tick(page: Page, box: Locator): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press('Space');
}

/** Tab goes to the first of a group of radios, or to the one that is checked; arrows check the others. */
async function checkRadio(
  { page, id }: Pick<Target<Control>, 'page' | 'id'>,
  value: string,
): Promise<void> {
  const radios = page.locator(`input[type=radio][name="${id}"]`);
  const wanted = radios.and(page.locator(`[value="${value}"]`));
  for (let presses = 0; (await radiosWithFocus(radios)) === 0; presses += 1) {
    if (presses > 80) throw new Error(`The keyboard does not get to ${id}.`);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  for (let presses = 0; !(await wanted.isChecked()); presses += 1) {
    if (presses > 20) throw new Error(`No key checks ${value} of ${id}.`);
    await page.keyboard.press('ArrowDown');
  }
}

function radiosWithFocus(radios: Locator): Promise<number> {
  return radios.evaluateAll((them) => them.filter((it) => it === document.activeElement).length);
}

/** Chooses in a select box by moving down. */
async function selectBelow(page: Page, id: string, value: string): Promise<void> {
  const box = boxOf(page, id);
  await tabTo(page, box);
  for (let presses = 0; (await box.inputValue()) !== value; presses += 1) {
    if (presses > 50) throw new Error(`No key chooses ${value} in ${id}.`);
    await page.keyboard.press('ArrowDown');
  }
}

/** Types a label into a combobox, and chooses the option that is found first. */
async function find(page: Page, id: string, label: string): Promise<void> {
  await tabTo(page, boxOf(page, id));
  await page.keyboard.type(label);
  const option = page.getByRole('listbox').getByRole('option', { name: label, exact: true });
  await option.waitFor();
  for (let presses = 0; (await option.getAttribute('aria-selected')) !== 'true'; presses += 1) {
    if (presses > 50) throw new Error(`No key gets to the option ${label} of ${id}.`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
