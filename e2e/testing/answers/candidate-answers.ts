import type { Control, ControlNamed, Field, NumberRange } from '#core/form/field.ts';
import { optionValues } from '#core/form/options.ts';

/** Returns a number from 0 to less than 1. */
export type Random = () => number;

/** An answer that somebody might give. The field may refuse it, and so may a rule of the form. */
export function candidateAnswer(field: Field, random: Random): unknown {
  const make: Maker<never> = makers[field.control.is];
  return make(field.control as never, random, field);
}

type Maker<C> = (control: C, random: Random, field: Field) => unknown;

const makers: { readonly [Is in Control['is']]: Maker<ControlNamed<Is>> } = {
  input: (control, random, field) => {
    if (control.isCode || control.type === 'tel') return field.example;
    return inputs[control.type](random, field);
  },
  textarea: ({ max }, random) => {
    const text = `${pick(sentences, random)}\n${pick(sentences, random)}`;
    return text.length <= max ? text : pick(sentences, random).slice(0, max);
  },
  month: (_, random, { limits }) => dayWithin(limits, random).slice(0, 7),
  'date-time': (_, random) => `${recentDay(random)}T${timeOfDay(random)}:00+00:00`,
  currency: ({ range, decimals }, random) =>
    decimals === 0 ? numberWithin({ ...range, whole: true }, random) : numberWithin(range, random),
  scale: ({ min, max }, random) => min + Math.floor(random() * (max - min + 1)),
  slider: ({ min, max, step }, random) => min + step * Math.floor((random() * (max - min)) / step),
  address: ({ parts }, random) =>
    Object.fromEntries(
      parts
        .filter(({ isRequired }) => isRequired || random() < 0.5)
        .map(({ name }) => [name, name === 'postcode' ? 'BS1 4ST' : pick(names, random)]),
    ),
  barcode: (_, __, { example }) => example,
  note: () => undefined,
  acknowledge: () => true,
  hidden: () => undefined,
  choice: ({ options, other }, random) => withText(pick(optionValues(options), random), other),
  choices: ({ options, min = 1, max = options.length, exclusive = [], other }, random) => {
    const values = optionValues(options);
    const alone = pick(values, random);
    if (exclusive.includes(alone)) return [alone];
    const several = values.filter((it) => !exclusive.includes(it));
    const start = Math.floor(random() * several.length);
    const many = Math.min(max, min + Math.floor(random() * 3), several.length);
    const chosen = several.filter((_, i) => (i - start + several.length) % several.length < many);
    return chosen.map((it) => withText(it, other));
  },
  checkbox: (_, random, { required }) => required || random() < 0.5,
  list: ({ list }, random) => pick(list.rows() ?? [], random)?.value,
  matrix: ({ rows, columns }, random) =>
    Object.fromEntries(rows.map(([row]) => [row, pick(optionValues(columns), random)])),
  ranking: ({ options }, random) => {
    const [first = '', second = '', ...rest] = optionValues(options);
    return random() < 0.5 ? [first, second, ...rest] : [second, first, ...rest];
  },
  location: (_, random) => ({
    Latitude: Math.round((random() * 120 - 60) * 1e4) / 1e4,
    Longitude: Math.round((random() * 300 - 150) * 1e4) / 1e4,
  }),
  drawing: (_, __, { example }) => example,
  photo: () => undefined,
  file: () => undefined,
  signature: () => undefined,
  audio: () => undefined,
  repeat: () => undefined,
};

const inputs: Readonly<
  Record<ControlNamed<'input'>['type'], (random: Random, field: Field) => unknown>
> = {
  text: (random, { limits, label }) => {
    const text = /name/i.test(label) ? pick(names, random) : pick(phrases, random);
    return text.slice(0, Number(limits?.max ?? 200)).trim();
  },
  email: (random) => `${pick(names, random).toLowerCase()}@example.com`,
  tel: (_, { example }) => example,
  url: (random) => `https://example.com/${pick(names, random).toLowerCase()}`,
  date: (random, { limits }) => dayWithin(limits, random),
  time: (random, { limits }) => {
    const time = timeOfDay(random);
    const { min = '00:00', max = '23:59' } = limits ?? {};
    return time < min ? min : time > max ? max : time;
  },
  number: (random, { limits }) => numberWithin((limits ?? {}) as NumberRange, random),
};

/** Small ones, mostly, as people have few of most things. */
function numberWithin({ min = 0, max = 1000, whole = false }: NumberRange, random: Random): number {
  const low = Math.max(min, -1000);
  const which = random();
  if (which < 0.05) return low;
  if (which < 0.1 && max < 1e6) return max;
  const high = Math.min(max, low + (which < 0.8 ? 6 : 400));
  const number = low + random() ** 2 * (high - low);
  return whole ? Math.round(number) : Math.round(number * 100) / 100;
}

function dayWithin(limits: Field['limits'], random: Random): string {
  const day = recentDay(random);
  const { min, max } = limits ?? {};
  if (typeof min === 'string' && day < min) return `${min}-01`.slice(0, 10);
  return typeof max === 'string' && day > max ? `${max}-01`.slice(0, 10) : day;
}

/** A day of this century. */
function recentDay(random: Random): string {
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  return `${2001 + Math.floor(random() * 25)}-${month}-${day}`;
}

function timeOfDay(random: Random): string {
  const [hour, minute] = [24, 60].map((it) => String(Math.floor(random() * it)).padStart(2, '0'));
  return `${hour}:${minute}`;
}

function withText(value: string, other: string | undefined): unknown {
  return value === other ? { [value]: 'Something <else> & “more”' } : value;
}

const names = ['Ada', 'Bashir', 'Chipo', 'Dunya', 'Elif', 'Farah', 'Grace', 'Hodan', 'Ibrahim'];

const phrases = [
  'On the other side of the river',
  '<b>Twice</b> a week & on holidays',
  'It’s “the usual”; see {name|above}',
  '=1+1',
  'Near the old school, 2nd door',
];

/** Short: each key takes as long as a person's, and a form asks for a hundred of them. */
const sentences = [
  'It is known here.',
  'There was <i>nothing</i>.',
  'Call first; it’s "locked", no?',
];

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)] as T;
}
