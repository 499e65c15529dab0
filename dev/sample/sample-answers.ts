import { loadFields, type Form } from '#core/form/define-form.ts';
import { questionsOf } from '#core/form/questions.ts';
import { optionValues } from '#core/form/options.ts';
import type { AddressPart } from '#core/form/address-part.ts';
import type { AutoComplete, Control, ControlNamed, Field, Questions } from '#core/form/field.ts';
import { evaluateForm } from '#core/logic/evaluate-form.ts';
import type { FormEvaluation } from '#core/logic/evaluation.ts';
import { newId } from '#core/values/id.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import type { SamplePerson } from './sample-people.ts';

/** What an answer is drawn from. */
type Draw = {
  readonly person: SamplePerson;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Returns a number from 0 to less than 1. */
  readonly random: () => number;
};

/** The share of optional questions that people leave out. */
const leftOut = 0.35;

/** Answers as somebody might give them. Whatever a form does not accept is its field's own example. */
export async function sampleAnswers(form: Form, draw: Draw): Promise<Record<string, unknown>> {
  await loadFields(form);
  const today = new Date(draw.now).toISOString().slice(0, 10);
  for (let attempt = 1; ; attempt += 1) {
    const answers = answersTo(form, draw, evaluateForm(form, {}, { today }));
    // A rule may be about several answers.
    if (attempt === mostAttempts || parseAnswers(form, answers, { today }).ok) return answers;
  }
}

const mostAttempts = 20;

/** @param evaluation follows the answers, of which some narrow what others may be */
function answersTo(
  questions: Questions,
  draw: Draw,
  evaluation?: Pick<FormEvaluation, 'field' | 'set'>,
): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const [name, declared] of questionsOf(questions)) {
    const field = evaluation?.field(name) ?? declared;
    const count = field.instances?.count;
    const isCounted = count !== undefined && typeof answers[count] === 'number';
    // A sample has no bytes to send.
    const isLeftOut = field.summary === 'files' || draw.random() < leftOut;
    if (!field.required && !isCounted && isLeftOut) continue;
    const drawn = field.instances
      ? instancesOf(field, draw, isCounted ? Number(answers[count]) : undefined)
      : sampleAnswer(field, draw);
    answers[name] = field.parse(drawn).ok ? drawn : field.example;
    evaluation?.set(name, answers[name]);
  }
  return answers;
}

/** As many as an answer says, or a few. */
function instancesOf(
  { instances, limits = {} }: Field,
  draw: Draw,
  exactly: number | undefined,
): readonly unknown[] {
  const { min = 0, max = 50 } = limits;
  const few = Math.max(Number(min), 1 + Math.floor(draw.random() ** 2 * 5));
  const bytes = () => Uint8Array.from({ length: 10 }, () => draw.random() * 256);
  return Array.from({ length: Math.min(exactly ?? few, Number(max)) }, () => ({
    id: newId({ now: draw.now, random: bytes() }),
    ...answersTo(instances ?? { fields: {} }, draw),
  }));
}

function sampleAnswer(field: Field, draw: Draw): unknown {
  const { control } = field;
  const sample: Sampler<never> | undefined = samplers[control.is];
  return sample?.(control as never, draw, field) ?? field.example;
}

/** The option, with a text if it asks for one. */
function withText(value: string, other: string | undefined, random: () => number): unknown {
  return value === other ? { [value]: pick(phrases, random) } : value;
}

type Sampler<C> = (control: C, draw: Draw, field: Field) => unknown;

/** Controls that are not here are answered with their field's example. */
const samplers: { readonly [Is in Control['is']]?: Sampler<ControlNamed<Is>> } = {
  input: (control, draw, field) => inputSamplers[control.type](control, draw, field),
  textarea: (_, { random }) =>
    sentences.filter(() => random() < 0.3).join(' ') || pick(sentences, random),
  // Earlier options are chosen more often, as people do.
  choice: ({ options, other }, { random }) =>
    withText(
      pick(optionValues(options), () => random() ** 1.7),
      other,
      random,
    ),
  choices: ({ options, other, exclusive = [], min = 1, max = options.length }, { random }) => {
    const values = optionValues(options).filter((it) => !exclusive.includes(it));
    if (exclusive.length > 0 && random() < 0.1) return [pick(exclusive, random)];
    const chosen = values.filter(() => random() < 0.4).slice(0, max);
    return (chosen.length >= min ? chosen : values.slice(0, min)).map((it) =>
      withText(it, other, random),
    );
  },
  list: ({ list }, { random }) => {
    const rows = list.rows() ?? [];
    return rows.length > 0 ? pick(rows, () => random() ** 1.5).value : undefined;
  },
  matrix: ({ rows, columns }, { random }) =>
    Object.fromEntries(
      // Later columns, which mostly say that all was well, are chosen more often.
      optionValues(rows).map((row) => [row, pick(optionValues(columns), () => random() ** 0.6)]),
    ),
  ranking: ({ options }, { random }) =>
    options
      .map(([value], i) => [value, i + random() * 3] as const)
      .toSorted(([, a], [, b]) => a - b)
      .map(([value]) => value),
  checkbox: (_, { random }, { required }) => required || random() < 0.6,
  month: (_, { now, random }) => dayBefore(now, random() * 40 * 365).slice(0, 7),
  'date-time': (_, { now, random }) =>
    `${dayBefore(now, random() ** 2 * 60)}T${twoDigits(7 + random() * 13)}:${twoDigits(random() * 60)}:00+00:00`,
  currency: ({ range, decimals }, { random }) => {
    const { min = 0, max = 1000 } = range;
    const amount = min + random() ** 3 * (Math.min(max, min + 2000) - min);
    return Number(amount.toFixed(decimals));
  },
  // Most people are content, and some are not at all.
  scale: ({ min, max }, { random }) => max - Math.floor(random() ** 2 * (max - min + 1)),
  slider: ({ min, max, step }, { random }) =>
    min + step * Math.floor(random() * Math.floor((max - min) / step + 1)),
  address: ({ parts }, { random }) =>
    Object.fromEntries(
      parts
        .filter(({ isRequired }) => isRequired || random() < 0.5)
        .map(({ name }) => [name, addressParts[name](random)]),
    ),
  acknowledge: () => true,
  location: ({ accuracy }, { random }) => {
    const [Latitude, Longitude] = pick(cities, () => random() ** 1.5);
    return {
      Latitude: near(Latitude, random),
      Longitude: near(Longitude, random),
      ...(accuracy !== undefined && { Accuracy: Math.ceil(accuracy * random()) }),
    };
  },
};

const addressParts: { readonly [Part in AddressPart]: (random: () => number) => string } = {
  line1: (random) => `${1 + Math.floor(random() * 90)} Mill Lane`,
  line2: (random) => `Flat ${1 + Math.floor(random() * 9)}`,
  town: (random) => pick(cities, random)[2],
  region: () => 'West',
  postcode: (random) => String(10_000 + Math.floor(random() * 89_999)),
  country: (random) => pick(['Ireland', 'Germany', 'Ghana', 'Brazil', 'Japan'], random),
};

type Input = ControlNamed<'input'>;

const inputSamplers: { readonly [Type in Input['type']]: Sampler<Input> } = {
  text: ({ autoComplete }, draw, { label }) =>
    (autoComplete && byAutoComplete[autoComplete]?.(draw)) ??
    (/\bname\b/i.test(label) ? nameFor(label, draw) : pick(phrases, draw.random)),
  email: (_, { person }) => person.email,
  // Numbers that are reserved for films and books: https://www.ofcom.org.uk
  tel: (_, { random }) => `+44 1632 960${String(Math.floor(random() * 1000)).padStart(3, '0')}`,
  url: (_, { random }) => `https://example.com/${slug(pick(phrases, random))}`,
  date: ({ days, autoComplete }, { now, random }) => {
    const isBirthday = autoComplete === 'bday';
    const age = isBirthday ? (18 + random() * 60) * 365 : random() ** 2 * 60;
    const day = dayBefore(now, age);
    if (days && day < days.min) return days.min;
    return days && day > days.max ? days.max : day;
  },
  time: (_, { random }) => `${twoDigits(7 + random() * 13)}:${twoDigits(random() * 4 * 15)}`,
  number: ({ range }, { random }) => {
    const { min = 0, max = 1000, whole = false } = range ?? {};
    const low = Math.max(min, -1e6);
    // Many small ones and few large ones, as of prices and sizes.
    const number = low + random() ** 3 * (Math.min(max, low + 400) - low);
    return whole ? Math.round(number) : Math.round(number * 100) / 100;
  },
};

const byAutoComplete: { readonly [Token in AutoComplete]?: (draw: Draw) => string } = {
  name: ({ person }) => `${person.given} ${person.family}`,
  'given-name': ({ person }) => person.given,
  'family-name': ({ person }) => person.family,
  organization: ({ random }) => pick(organizations, random),
  'address-level2': ({ random }) => addressParts.town(random),
  'country-name': ({ random }) => addressParts.country(random),
  'street-address': ({ random }) => addressParts.line1(random),
  'postal-code': ({ random }) => addressParts.postcode(random),
};

/** @param now milliseconds since 1970 */
function dayBefore(now: number, days: number): string {
  return new Date(now - days * 86_400_000).toISOString().slice(0, 10);
}

function twoDigits(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}

/** People have names, and so do products. */
function nameFor(label: string, { person, random }: Draw): string {
  return /^name$/i.test(label) ? pick(phrases, random) : `${person.given} ${person.family}`;
}

const phrases = [
  'Garden fork',
  'Winter coat',
  'Desk lamp',
  'Bird feeder',
  'Rain barrel',
  'Bicycle pump',
  'Wooden ladder',
  'Picture frame',
  'Walking boots',
  'Tea for two',
  'A map of the coast',
  'Seeds for the spring',
];

const sentences = [
  'It was easy to find.',
  'We came by bus and stayed for the whole afternoon.',
  'The path behind the school is flooded after rain.',
  'Could somebody call me back before Friday?',
  'Everything was ready when we arrived, thank you!',
  'There are two of them, and the smaller one is new.',
  'Please note that the gate is locked after six.',
  'I have been waiting for this since last year.',
];

const organizations = ['Riverside School', 'Harbour Clinic', 'Green Valley Farm', 'Town Library'];

const cities = [
  [53.35, -6.26, 'Dublin'],
  [52.52, 13.4, 'Berlin'],
  [5.6, -0.19, 'Accra'],
  [-23.55, -46.63, 'São Paulo'],
  [35.68, 139.69, 'Tokyo'],
] as const;

function near(degrees: number, random: () => number): number {
  return Math.round((degrees + (random() - 0.5) * 0.4) * 1e4) / 1e4;
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(' ', '-');
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T;
}
