import type { Form } from '../form/define-form.ts';
import type { Questions } from '../form/field.ts';
import { questionsOf } from '../form/questions.ts';
import { spreadOver } from '../values/spread-over.ts';
import { noCounts, sumOfCounts, type Counts, type FieldCounts } from './counts.ts';

/** So many fields share a part, so that no part is larger than an item of the table may be. */
const fieldsInPart = 64;
/** A list may have thousands of values, of which one change chooses one: a part for each would be many reads. */
const partsOfLists = 16;

/**
 * Splits counts into parts that can be stored one by one, named after what is in them. A part is small, or else it is
 * one of many of which a change touches few. Parts may be split differently at any time: only their sum matters.
 */
export function splitCounts(form: Form, counts: Counts): ReadonlyMap<string, Counts> {
  const parts = new Map<string, Counts[]>();
  const addTo = (part: string, added: Partial<Counts>) =>
    parts.set(part, [...(parts.get(part) ?? []), { ...noCounts, ...added }]);
  const { fieldParts, listed } = layoutOf(form);
  if (Object.keys(counts.statuses).length > 0) addTo('fields#0', { statuses: counts.statuses });
  if (counts.reviews) addTo('fields#0', { reviews: counts.reviews });
  for (const [day, count] of Object.entries(counts.days))
    addTo(`days#${day.slice(0, 7)}`, { days: { [day]: count } });
  for (const [path, field] of Object.entries(counts.fields)) {
    const { chosen = {}, ...others } = field;
    const isListed = listed.has(path);
    const rest: FieldCounts = isListed ? others : field;
    if (Object.keys(rest).length > 0)
      addTo(`fields#${spreadOver(path, fieldParts)}`, { fields: { [path]: rest } });
    if (!isListed) continue;
    for (const [value, count] of Object.entries(chosen))
      addTo(`listed#${spreadOver(path + value, partsOfLists)}`, {
        fields: { [path]: { chosen: { [value]: count } } },
      });
  }
  return new Map([...parts].map(([part, added]) => [part, sumOfCounts(added)]));
}

function layoutOf(form: Form) {
  const fields = pathsOf(form);
  return {
    fieldParts: Math.ceil(fields.length / fieldsInPart) || 1,
    listed: new Set(fields.filter(({ isListed }) => isListed).map(({ path }) => path)),
  };
}

type Path = { readonly path: string; readonly isListed: boolean };

function pathsOf(questions: Questions, before = ''): readonly Path[] {
  return questionsOf(questions).flatMap(([name, { summary, instances }]) => [
    { path: before + name, isListed: summary === 'listed' },
    ...(instances ? pathsOf(instances, `${before}${name}/`) : []),
  ]);
}
