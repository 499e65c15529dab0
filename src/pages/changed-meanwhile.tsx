import type { Form } from '#core/form.ts';
import { fromHeld } from '#core/held.ts';
import type { CaughtUp } from '../form/catch-up.ts';
import type { Holding } from '../form/draft.ts';
import { Notice } from '../shell/notice.tsx';
import { entries } from '../words/en/entries.ts';
import { useWords } from '../words/speech.ts';
import { answerInWords } from '#core/answer-in-words.ts';
import { own } from '#core/own.ts';
import { Decide, type Decision } from './decide.tsx';

type Props = { readonly form: Form; readonly caughtUp: CaughtUp };

/** What has become of an entry elsewhere, since somebody began to change it here. */
export function ChangedMeanwhile({ form, caughtUp }: Props) {
  const words = useWords('entries', entries);
  const { changed, theirs } = caughtUp;
  if (changed.length === 0) return null;
  return (
    <section className="attention">
      <Notice tone="attention" heading={words.changedMeanwhile}>
        {words.isTakenOver}
      </Notice>
      <dl className="facts">
        {changed.map((name) => (
          <div key={name}>
            <dt>{own(form.fields, name)?.label ?? name}</dt>
            <dd dir="auto">{heldInWords(form, name, theirs) || words.noAnswer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type ChooseProps = Props & {
  readonly onDecided: (decision: Decision) => void;
  readonly onGivenUp: () => void;
};

/** The same, where what was typed here and what was changed there cannot both be. */
export function ChooseWhich({ form, caughtUp, onDecided, onGivenUp }: ChooseProps) {
  const words = useWords('entries', entries);
  const { conflicts, mine, theirs } = caughtUp;
  return (
    <div className="attention">
      <div role="alert">
        <Notice tone="attention" heading={words.changedMeanwhile}>
          {words.chooseWhich}
        </Notice>
      </div>
      <Decide
        id="meanwhile"
        questions={conflicts.map((name) => ({
          name,
          label: own(form.fields, name)?.label ?? name,
          answers: {
            mine: heldInWords(form, name, mine),
            theirs: heldInWords(form, name, theirs),
          },
        }))}
        onDecided={onDecided}
      >
        <button className="button-quiet" type="button" onClick={onGivenUp}>
          {words.discardTyped}
        </button>
      </Decide>
    </div>
  );
}

/** What a control holds, as it would be read if it were sent. */
function heldInWords(form: Form, name: string, holding: Holding): string {
  const field = own(form.fields, name);
  const held = own(holding, name);
  return field && held !== undefined ? answerInWords(field, fromHeld(field.control, held)) : '';
}
