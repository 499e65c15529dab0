import type { Form } from '../../core/form/define-form.ts';
import type { StoredEntry } from '../../core/entries/store/entry-store.ts';
import { newId } from '../../core/values/id.ts';
import { sampleAnswers } from '../../dev/sample/sample-answers.ts';
import { samplePeople } from '../../dev/sample/sample-people.ts';
import { bytesFrom, pick, seededRandom } from '../../tools/testing/seeded-random.ts';

/** Answers that were drawn one by one. The entries take turns with them. */
const drawn = 500;
/** Milliseconds: all entries of a form are of these many days, whatever their number. */
const duration = 730 * 86_400_000;
const lastMoment = Date.UTC(2026, 10, 1);
/** Each person has so many entries. */
const perPerson = 20;

/** So many entries of a form, the oldest first: the same ones each time. */
export async function manyEntries(form: Form, count: number): Promise<Iterable<StoredEntry>> {
  const chance = seededRandom('many', form.id);
  const answers: Awaited<ReturnType<typeof sampleAnswers>>[] = [];
  for (let n = 0; n < drawn; n += 1) {
    const person = pick(chance, samplePeople) ?? samplePeople[0];
    if (person)
      answers.push(await sampleAnswers(form, { person, now: lastMoment, random: chance }));
  }
  return entriesWith(form, answers, count);
}

function* entriesWith(
  form: Form,
  answers: readonly Record<string, unknown>[],
  count: number,
): Generator<StoredEntry> {
  const chance = seededRandom('ids', form.id);
  for (let n = 0; n < count; n += 1) {
    const at = Math.floor(lastMoment - duration + (n * duration) / count);
    const createdAt = new Date(at).toISOString();
    yield {
      id: newId({ now: at, random: bytesFrom(chance, 10) }),
      form: form.id,
      formVersion: form.version,
      username: `person-${Math.floor(n / perPerson)}`,
      answers: answers[n % answers.length] ?? {},
      version: 1,
      createdAt,
      updatedAt: createdAt,
    };
  }
}
