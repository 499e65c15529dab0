import type { Control, ControlValue, Field, InstanceValue } from '#core/form/field.ts';
import type { Random } from './random-source.ts';

/** What somebody may do to a control: type an answer, or something else, or clear it. */
export function randomControlValue(
  random: Random,
  { control, instances }: Field,
  before: ControlValue | undefined,
): ControlValue {
  if (instances) return randomInstances(random, instances.fields, before);
  return randomValue(random, control);
}

function randomValue(random: Random, control: Control): ControlValue {
  if (control.is === 'checkbox') return random.isTrue(0.6);
  if (control.is === 'choices') return ['a', 'b', 'c'].filter(() => random.isTrue(0.4));
  if (random.isTrue(0.1)) return '';
  if (control.is === 'month')
    return { month: random.pick(['', '03', '12']), year: random.pick(['', '2026', '٢٠٢٥', '26']) };
  if (control.is === 'scale') return random.pick(['1', '4', '7']);
  if (control.is === 'choice') return random.pick(['a', 'b', 'c']);
  if (control.is === 'slider' || control.is === 'currency')
    return random.pick(['0', '1', '2.5', '3,5', '7.25', '12', '19', '99', 'many', '-2']);
  if (control.is === 'input' && control.type === 'time')
    return random.pick(['09:05', '9:05', '23:59', '24:00', 'noon']);
  if (control.is === 'input' && control.type === 'number')
    return random.pick(['0', '1', '2', '3', '7', '12', '15', '19', '99', 'many', '-2']);
  if (control.is === 'input' && control.type === 'date')
    return random.pick(['2025-05-05', '2026-02-02', '2026-12-12', '2026-02-30']);
  return random.pick(['Ann', 'a well', '{q0|x}', '<b>Bob</b>', 'x'.repeat(41), 'آن']);
}

/** Adds, removes, moves or changes an instance. */
function randomInstances(
  random: Random,
  fields: Readonly<Record<string, Field>>,
  before: ControlValue | undefined,
): ControlValue {
  const list = Array.isArray(before) ? (before as readonly InstanceValue[]) : [];
  const action = random.pick(['add', 'change', 'change', 'change', 'remove', 'move'] as const);
  if (list.length === 0 || action === 'add')
    return [...list, { id: random.uuid(), values: {} }].slice(0, 6);
  const chosen = random.pick(list);
  const others = list.filter((it) => it !== chosen);
  if (action === 'remove') return others;
  if (action === 'move') return [...others, chosen];
  const [name, { control }] = random.pick(Object.entries(fields));
  const values = { ...chosen.values, [name]: randomValue(random, control) };
  return list.map((it) => (it === chosen ? { ...it, values } : it));
}
