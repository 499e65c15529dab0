import { mergeAnswers } from '#core/entries/merge-answers.ts';
import { withIrrelevantDecided } from '#core/entries/relevant-conflicts.ts';
import { evaluateForm } from '#core/logic/evaluate-form.ts';
import { unknownDay } from '#core/logic/form-logic.ts';
import { isSameJson } from '#core/values/canonical-json.ts';
import {
  pickKnownAnswers,
  toCurrentAnswersWithDefaults,
  type VersionedAnswers,
} from '#core/form/current-answers.ts';
import { inFormOrder, questionAt, type QuestionAt } from '#core/form/question-at.ts';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { useDeps } from '../../deps.ts';
import { editableEntryOf } from '../../outbox/changes/editable-entry.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { AnswersView } from '../entry/answers-view.tsx';
import { ChooseAnswers, type Decision } from './choose-answers.tsx';

type Props = {
  readonly form: Form;
  readonly change: QueuedChange;
  /** The entry with the other person's change. */
  readonly theirs: ApiEntry;
  readonly discard: () => Promise<void>;
};

/**
 * An entry was changed in two places: asks its author about the questions that both changed, and no
 * others.
 */
export function Conflict({ form, change, theirs, discard }: Props) {
  const { outbox } = useDeps();
  const { changes = [] } = useOutbox();
  const messages = useMessages('sent', sent);
  const { entry, base, formVersion, correction } = change;
  const inForm = (it: VersionedAnswers) =>
    pickKnownAnswers(form, toCurrentAnswersWithDefaults(form, it));
  const begunOn = change.begunOn ?? theirs.begunOn;
  const today = begunOn ?? unknownDay;
  const sides = withIrrelevantDecided(
    form,
    {
      base: base && inForm({ answers: base, formVersion, begunOn }),
      mine: inForm(editableEntryOf(changes, entry) ?? { answers: {}, formVersion, begunOn }),
      theirs: inForm(theirs),
    },
    (answers) => evaluateForm(form, answers, { today }),
  );
  const conflicts = inFormOrder(form, mergeAnswers(sides).conflicts);
  const before = sides.base ?? sides.theirs;
  const kept = Object.entries(sides.theirs).filter(
    ([name, answer]) => !conflicts.includes(name) && !isSameJson(answer, getOwn(before, name)),
  );

  async function save(decision: Decision) {
    const { answers } = mergeAnswers({ ...sides, decision: { ...sides.decision, ...decision } });
    // If they are not valid together, the server says what to correct.
    const parsed = parseAnswers(form, answers, { today });
    await outbox.revise(
      form,
      { id: entry, version: theirs.version, answers: sides.theirs },
      {
        id: change.id,
        answers: parsed.ok ? pickKnownAnswers(form, parsed.value) : answers,
        ...(correction && { correction }),
      },
    );
  }

  return (
    <div className="attention">
      <Notice tone="attention" heading={messages.changedElsewhere}>
        {conflicts.length > 0 ? messages.choose : messages.nothingToChoose}
      </Notice>
      {kept.length > 0 && (
        <section>
          <h3 className="label">{messages.alsoChanged}</h3>
          <AnswersView form={form} answers={Object.fromEntries(kept)} formVersion={form.version} />
        </section>
      )}
      <ChooseAnswers
        id={change.id}
        questions={conflicts.map((path) => {
          const [mine, theirs] = [sides.mine, sides.theirs].map((it) =>
            questionAt(form, path, it),
          ) as [QuestionAt, QuestionAt];
          return {
            name: path,
            label: mine.label,
            answers: { mine: mine.text, theirs: theirs.text },
          };
        })}
        onDecided={(decision) => void save(decision)}
      >
        <DestructiveButton
          label={messages.discardYours}
          isUndoable
          onPress={() => void discard()}
        />
      </ChooseAnswers>
    </div>
  );
}
