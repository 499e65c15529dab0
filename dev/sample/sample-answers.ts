import { loadFields, type Form } from '#core/form/define-form.ts';
import type { AutoComplete, Control, ControlNamed, Field } from '#core/form/field.ts';
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
  const answers: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(form.fields)) {
    if (!field.required && draw.random() < leftOut) continue;
    const drawn = sampleAnswer(field, draw);
    answers[name] = field.parse(drawn).ok ? drawn : field.example;
  }
  return answers;
}

function sampleAnswer(field: Field, draw: Draw): unknown {
  const { control } = field;
  const sample: Sampler<never> | undefined = samplers[control.is];
  return sample?.(control as never, draw, field) ?? field.example;
}

type Sampler<C> = (control: C, draw: Draw, field: Field) => unknown;

/** Controls that are not here are answered with their field's example. */
const samplers: { readonly [Is in Control['is']]?: Sampler<ControlNamed<Is>> } = {
  input: (control, draw, field) => inputSamplers[control.type](control, draw, field),
  textarea: (_, { random }) =>
    sentences.filter(() => random() < 0.3).join(' ') || pick(sentences, random),
  // Earlier options are chosen more often, as people do.
  choice: ({ options }, { random }) => pick(Object.keys(options), () => random() ** 1.7),
  choices: ({ options }, { random }) => {
    const chosen = Object.keys(options).filter(() => random() < 0.4);
    return chosen.length > 0 ? chosen : Object.keys(options).slice(0, 1);
  },
  checkbox: (_, { random }, { required }) => required || random() < 0.6,
  location: (_, { random }) => {
    const [Latitude, Longitude] = pick(cities, () => random() ** 1.5);
    return { Latitude: near(Latitude, random), Longitude: near(Longitude, random) };
  },
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
    const day = new Date(now - age * 86_400_000).toISOString().slice(0, 10);
    if (days && day < days.min) return days.min;
    return days && day > days.max ? days.max : day;
  },
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
  'address-level2': ({ random }) => pick(cities, random)[2],
  'country-name': ({ random }) => pick(['Ireland', 'Germany', 'Ghana', 'Brazil', 'Japan'], random),
  'street-address': ({ random }) => `${1 + Math.floor(random() * 90)} Mill Lane`,
  'postal-code': ({ random }) => String(10_000 + Math.floor(random() * 89_999)),
};

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
