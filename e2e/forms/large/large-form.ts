import { choice, choices, date, longText, number, text } from '#core/fields/index.ts';
import { defineForm, type FormDefinition } from '#core/form/define-form.ts';
import type { Fields } from '#core/form/answers.ts';
import type { FormSection } from '#core/form/form-pages.ts';

type Definition = FormDefinition<Fields, unknown, string, Record<string, unknown>>;
type SoFar = { readonly [name: string]: unknown };
type When = (answers: SoFar) => boolean | undefined;

const yesNo = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['unsure', 'Does not know'],
  ['refused', 'Refused'],
] as const;

const units = [
  ['hours', 'Hours'],
  ['days', 'Days'],
  ['months', 'Months'],
] as const;

const parts = [
  ['head', 'Head'],
  ['chest', 'Chest'],
  ['belly', 'Belly'],
  ['limbs', 'Arms or legs'],
  ['all', 'Everywhere'],
] as const;

/** Without a condition: the questions about the person, and the first of each section. */
const opening = 17;
const sections = 30;
const conditional = 427;
const calculated = 46;

function generate(): Definition & { readonly sections: readonly FormSection[] } {
  const fields: Record<string, Fields[string]> = { ...person() };
  const when: Record<string, When> = {};
  const laidOut: FormSection[] = [{ title: 'The person', fields: Object.keys(fields) }];
  for (let section = 1; section <= sections; section += 1) {
    const first = `s${section}`;
    const names = [first];
    fields[first] = choice({ label: `Did {name|they} have sign ${section}?`, options: yesNo });
    const size = Math.floor(conditional / sections) + (section <= conditional % sections ? 1 : 0);
    for (let i = 1; i <= size; i += 1) {
      const name = `${first}_${i}`;
      fields[name] = question(section, i);
      when[name] = condition(section, i);
      names.push(name);
    }
    laidOut.push({ title: `Sign ${section}`, fields: names });
  }
  return {
    id: 'large',
    version: 1,
    title: 'A large form',
    action: 'Send',
    fields,
    calculate: calculations(),
    bounds: {
      died: ({ born }: SoFar, { today }: { readonly today: string }) => ({
        min: typeof born === 'string' ? born : '',
        max: today,
      }),
      born: (_: SoFar, { today }: { readonly today: string }) => ({ max: today }),
    },
    when,
    rules: rules(),
    sections: laidOut,
  };
}

function person(): Fields {
  const more = Array.from({ length: opening - 5 }, (_, i) => [
    `p${i + 1}`,
    text({ label: `Detail ${i + 1} about {name|the person}`, max: 100, optional: true }),
  ]);
  return {
    name: text({ label: 'What was their name?', max: 80 }),
    sex: choice({
      label: 'What was the sex of {name|the person}?',
      options: [
        ['female', 'Female'],
        ['male', 'Male'],
      ],
    }),
    born: date({ label: 'When was {name|the person} born?' }),
    died: date({ label: 'When did {name|the person} die?' }),
    where: choice({ label: 'Did {name|they} die at home?', options: yesNo }),
    ...(Object.fromEntries(more) as Fields),
  };
}

/** In each section: mostly yes or no; how long, with its unit; where; and in words. */
function question(section: number, i: number): Fields[string] {
  const label = `Sign ${section}, question ${i}, about {name|the person}`;
  if (i === 2) return number({ label, whole: true, min: 0, max: 999 });
  if (i === 3) return choice({ label, options: units });
  if (i === 6) return choices({ label, options: parts });
  if (i === 13) return longText({ label, max: 300, rows: 2, optional: true });
  return choice({ label, options: yesNo });
}

/** On the first question of the section, then on the one before; and on the age group in every third one. */
function condition(section: number, i: number): When {
  const first = `s${section}`;
  const before = `${first}_${i - 1}`;
  const group = ['isNewborn', 'isChild', 'isAdult'][section % 3] ?? '';
  if (i === 1 || i === 2) return (it) => it[first] === 'yes';
  if (i === 3) return (it) => Number(it[before]) > 0;
  if (i % 3 === 0) return (it) => it[first] === 'yes' && it[group] !== true;
  if (i === 4 || i === 7 || i === 14) return (it) => it[first] === 'yes' && it['sex'] === 'female';
  return (it) => it[before] === 'yes' || (it[first] === 'yes' && Number(it['ageDays']) > 365 * i);
}

/** The age and its groups; how long each sign lasted, in days; and sums over many signs. */
function calculations(): NonNullable<Definition['calculate']> {
  const age = {
    ageDays: ({ born, died }: SoFar) =>
      typeof born === 'string' && typeof died === 'string'
        ? Math.round((Date.parse(died) - Date.parse(born)) / 86_400_000)
        : undefined,
    ageYears: (it: SoFar) => atLeast(it['ageDays'], (days) => Math.floor(days / 365.25)),
    ageMonths: (it: SoFar) => atLeast(it['ageDays'], (days) => Math.floor(days / 30.44)),
    isNewborn: (it: SoFar) => atLeast(it['ageDays'], (days) => days < 28),
    isChild: (it: SoFar) => atLeast(it['ageYears'], (years) => years < 12),
    isAdult: (it: SoFar) => atLeast(it['ageYears'], (years) => years >= 12),
  };
  const lasted = Array.from({ length: sections }, (_, i) => [
    `lasted${i + 1}`,
    (it: SoFar) => inDays(it[`s${i + 1}_2`], it[`s${i + 1}_3`]),
  ]);
  const sums = Array.from({ length: calculated - Object.keys(age).length - sections }, (_, sum) => [
    `signs${sum + 1}`,
    (it: SoFar) =>
      Array.from({ length: 16 }, (__, i) => it[`s${((sum * 3 + i) % sections) + 1}`]).filter(
        (answer) => answer === 'yes',
      ).length,
  ]);
  return { ...age, ...Object.fromEntries([...lasted, ...sums]) };
}

function rules(): NonNullable<Definition['rules']> {
  return Array.from({ length: sections }, (_, i) => ({
    at: `s${i + 1}_2`,
    broken: (it: SoFar) => Number(it[`lasted${i + 1}`]) > Number(it['ageDays']),
    message: 'Enter a time that is not longer than the life of {name|the person}',
    ...(i % 4 === 0 && { soft: true as const }),
  }));
}

function atLeast<Value>(known: unknown, compute: (known: number) => Value): Value | undefined {
  return typeof known === 'number' ? compute(known) : undefined;
}

const daysIn: Readonly<Record<string, number>> = { hours: 1 / 24, days: 1, months: 30.44 };

function inDays(many: unknown, unit: unknown): number | undefined {
  const factor = daysIn[String(unit)];
  return typeof many === 'number' && factor !== undefined ? many * factor : undefined;
}

/**
 * A generated form of the size of the WHO's verbal-autopsy questionnaire of 2016, which relatives answer about
 * somebody who has died: 474 questions on one page, 427 of them with a condition, and 46 calculated values. As in
 * that form, most conditions need the age, which is calculated from two dates, and an earlier answer nearby.
 */
export const largeForm = defineForm(generate());
