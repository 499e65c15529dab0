import { unaskable } from '#core/entries/keeping.ts';
import { understood, type Given } from '#core/entries/understood.ts';
import type { Form } from '#core/form.ts';
import { entries } from '../words/en/entries.ts';
import { useWords } from '../words/speech.ts';
import { unaskedInWords } from '#core/answer-in-words.ts';

/** What an entry says that the form of today has no question for. */
export function NotAsked({ form, given }: { readonly form: Form; readonly given: Given }) {
  const words = useWords('entries', entries);
  const kept = Object.entries(unaskable(form, understood(form, given)));
  if (kept.length === 0) return null;
  return (
    <section className="attention">
      <p>{words.notAsked}</p>
      <dl className="facts">
        {kept.map(([name, answer]) => (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd dir="auto">{unaskedInWords(answer)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
