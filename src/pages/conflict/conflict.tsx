import { mergeAnswers } from '#core/entries/merge-answers.ts';
import { isSameJson } from '#core/values/canonical-json.ts';
import {
  pickKnownAnswers,
  toCurrentAnswersWithDefaults,
  type VersionedAnswers,
} from '#core/form/current-answers.ts';
import { answerText } from '#core/form/answer-text.ts';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
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
  const { entry, base, formVersion } = change;
  const inForm = (it: VersionedAnswers) =>
    pickKnownAnswers(form, toCurrentAnswersWithDefaults(form, it));
  const sides = {
    base: base && inForm({ answers: base, formVersion }),
    mine: inForm(editableEntryOf(changes, entry) ?? { answers: {}, formVersion }),
    theirs: inForm(theirs),
  };
  const { answers, conflicts } = mergeAnswers(sides);
  const toDecide = Object.entries(form.fields).filter(([name]) => conflicts.includes(name));
  const before = sides.base ?? sides.theirs;
  const kept = Object.entries(sides.theirs).filter(
    ([name, answer]) => !conflicts.includes(name) && !isSameJson(answer, getOwn(before, name)),
  );

  async function save(decision: Decision) {
    const decided = conflicts
      .map((name) => [name, getOwn(sides[getOwn(decision, name) ?? 'theirs'], name)] as const)
      .filter(([, answer]) => answer !== undefined);
    await outbox.revise(
      form,
      { id: entry, version: theirs.version, answers: sides.theirs },
      { id: change.id, answers: { ...answers, ...Object.fromEntries(decided) } },
    );
  }

  return (
    <div className="attention">
      <Notice tone="attention" heading={messages.changedElsewhere}>
        {toDecide.length > 0 ? messages.choose : messages.nothingToChoose}
      </Notice>
      {kept.length > 0 && (
        <section>
          <h3 className="label">{messages.alsoChanged}</h3>
          <AnswersView form={form} answers={Object.fromEntries(kept)} formVersion={form.version} />
        </section>
      )}
      <ChooseAnswers
        id={change.id}
        questions={toDecide.map(([name, field]) => ({
          name,
          label: field.label,
          answers: {
            mine: answerText(field, getOwn(sides.mine, name)),
            theirs: answerText(field, getOwn(sides.theirs, name)),
          },
        }))}
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
