import type { Form } from '#core/form/define-form.ts';
import type { CaughtUp } from '../../form/catch-up.ts';
import { unparsedAnswers } from '../../form/unparsed-answers.ts';
import { Notice } from '../../ui/notice.tsx';
import { entries } from '../../messages/en/entries.ts';
import { useMessages } from '../../messages/locale.ts';
import { questionAt, type QuestionAt } from '#core/form/question-at.ts';
import { getOwn } from '#core/values/own-property.ts';
import { ChooseAnswers, type Decision } from '../conflict/choose-answers.tsx';

type Props = { readonly form: Form; readonly caughtUp: CaughtUp };

/** Tells somebody that the entry they are editing was changed elsewhere. */
export function ChangedMeanwhile({ form, caughtUp }: Props) {
  const messages = useMessages('entries', entries);
  const { changed, theirs } = caughtUp;
  if (changed.length === 0) return null;
  const answers = unparsedAnswers(form, theirs);
  return (
    <section className="attention">
      <Notice tone="attention" heading={messages.changedMeanwhile}>
        {messages.isMerged}
      </Notice>
      <dl className="facts">
        {changed.map((name) => (
          <div key={name}>
            <dt>{getOwn(form.fields, name)?.label ?? name}</dt>
            <dd dir="auto">{questionAt(form, name, answers).text || messages.noAnswer}</dd>
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

/** The same, when both changed the same questions. */
export function ResolveConflicts({ form, caughtUp, onDecided, onGivenUp }: ChooseProps) {
  const messages = useMessages('entries', entries);
  const { conflicts, mine, theirs } = caughtUp;
  return (
    <div className="attention">
      <div role="alert">
        <Notice tone="attention" heading={messages.changedMeanwhile}>
          {messages.chooseWhich}
        </Notice>
      </div>
      <ChooseAnswers
        id="meanwhile"
        questions={conflicts.map((path) => {
          const [yours, others] = [mine, theirs].map((it) =>
            questionAt(form, path, unparsedAnswers(form, it)),
          ) as [QuestionAt, QuestionAt];
          return {
            name: path,
            label: yours.label,
            answers: { mine: yours.text, theirs: others.text },
          };
        })}
        onDecided={onDecided}
      >
        <button className="button-quiet" type="button" onClick={onGivenUp}>
          {messages.discardTyped}
        </button>
      </ChooseAnswers>
    </div>
  );
}
