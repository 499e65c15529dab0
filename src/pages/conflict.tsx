import { isSame, merge } from '#core/entries/merge.ts';
import { askedFor, asSentAgain, type Given } from '#core/entries/understood.ts';
import { answerInWords } from '#core/answer-in-words.ts';
import type { Form } from '#core/form.ts';
import { own } from '#core/own.ts';
import type { Told } from '../cloud/told.ts';
import { useDeps } from '../deps.ts';
import { latestOf } from '../outbox/latest.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { Destructive } from '../shell/destructive.tsx';
import { Notice } from '../shell/notice.tsx';
import { sent } from '../words/en/sent.ts';
import { useWords } from '../words/speech.ts';
import { AnswersView } from './answers-view.tsx';
import { Decide, type Decision } from './decide.tsx';

type Props = {
  readonly form: Form;
  readonly parcel: Parcel;
  /** The entry as somebody else has made it. */
  readonly theirs: Told;
  readonly discard: () => Promise<void>;
};

/** An entry was changed in two places: its author is asked about what both of them have changed, and nothing else. */
export function Conflict({ form, parcel, theirs, discard }: Props) {
  const { outbox } = useDeps();
  const { parcels = [] } = useOutbox();
  const words = useWords('sent', sent);
  const { entry, base, formVersion } = parcel;
  const inForm = (it: Given) => askedFor(form, asSentAgain(form, it));
  const sides = {
    base: base && inForm({ answers: base, formVersion }),
    mine: inForm(latestOf(parcels, entry) ?? { answers: {}, formVersion }),
    theirs: inForm(theirs),
  };
  const { answers, conflicts } = merge(sides);
  const asked = Object.entries(form.fields).filter(([name]) => conflicts.includes(name));
  const before = sides.base ?? sides.theirs;
  const kept = Object.entries(sides.theirs).filter(
    ([name, answer]) => !conflicts.includes(name) && !isSame(answer, own(before, name)),
  );

  async function save(decision: Decision) {
    const decided = conflicts
      .map((name) => [name, own(sides[own(decision, name) ?? 'theirs'], name)] as const)
      .filter(([, answer]) => answer !== undefined);
    await outbox.revise(
      form,
      { id: entry, version: theirs.version, answers: sides.theirs },
      { id: parcel.id, answers: { ...answers, ...Object.fromEntries(decided) } },
    );
  }

  return (
    <div className="attention">
      <Notice tone="attention" heading={words.changedElsewhere}>
        {asked.length > 0 ? words.choose : words.nothingToChoose}
      </Notice>
      {kept.length > 0 && (
        <section>
          <h3 className="label">{words.alsoChanged}</h3>
          <AnswersView form={form} answers={Object.fromEntries(kept)} formVersion={form.version} />
        </section>
      )}
      <Decide
        id={parcel.id}
        questions={asked.map(([name, field]) => ({
          name,
          label: field.label,
          answers: {
            mine: answerInWords(field, own(sides.mine, name)),
            theirs: answerInWords(field, own(sides.theirs, name)),
          },
        }))}
        onDecided={(decision) => void save(decision)}
      >
        <Destructive words={words.discardYours} isUndoable onPress={() => void discard()} />
      </Decide>
    </div>
  );
}
