import { useMemo, useState } from 'react';
import { orphanedAnswers } from '#core/entries/accept-stored-answers.ts';
import { toCurrentAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { evaluateForm } from '#core/logic/evaluate-form.ts';
import { tidyText } from '#core/values/tidy-text.ts';
import { begunOn } from '../../../drafts/day-begun.ts';
import type { CaughtUp } from '../../../form/catch-up.ts';
import { changeTarget } from '../../../form/change-target.ts';
import type { FillTarget } from '../../../form/fill-target.ts';
import { formInUse } from '../../../form/form-in-use.ts';
import type { FormFilling } from '../../../form/form-filling.ts';
import { FormView } from '../../../form/form-view.tsx';
import { useFormSource } from '../../../catalogue/form-source.ts';
import { correctingMessages } from '../../../messages/en/correcting.ts';
import { entries } from '../../../messages/en/entries.ts';
import { versionsMessages } from '../../../messages/en/versions.ts';
import { useMessages } from '../../../messages/locale.ts';
import type { EditableEntry } from '../../../outbox/changes/editable-entry.ts';
import type { ChangeToSend } from '../../../outbox/delivery/deliver.ts';
import { ChangedMeanwhile } from '../../edit/changed-meanwhile.tsx';
import { changedQuestions } from '../../entry/versions/changed-questions.ts';
import { DraftNotice, ErrorSummary } from '../../fill/form-parts.ts';
import type { ResponseKey } from '../data/response.ts';
import { ConfirmCorrection } from './confirm-correction.tsx';
import { CorrectionStatus } from './correction-status.tsx';
import { correctedKey, fieldsToCorrect } from './response-to-correct.ts';

type Props = {
  /** As owners correct it. */
  readonly form: Form;
  readonly entry: EditableEntry;
  readonly which: ResponseKey;
  readonly caughtUp: CaughtUp | undefined;
};

/** The form with somebody's answers; then what is changed, and why; and once it is sent, how that goes. */
export function CorrectForm({ form, entry, which, caughtUp }: Props) {
  const { optionGone } = useMessages('entries', entries);
  const [reason, setReason] = useState('');
  const change = useMemo(() => changeTarget(form, entry, optionGone), [form, entry, optionGone]);
  const target = { ...change, ...saving(form, { ...which, reason: tidyText(reason) }) };
  const { WithFilling } = useFormSource().fillParts();
  const draw = (filling: FormFilling) => (
    <Correcting
      {...filling}
      {...{ form, entry, which, caughtUp, target, reason }}
      onReason={setReason}
    />
  );
  return <WithFilling target={target} draw={draw} />;
}

/** How a correction is saved, or sent at once. */
function saving(
  form: Form,
  correction: NonNullable<ChangeToSend['correction']>,
): Pick<FillTarget, 'save' | 'toSend'> {
  const id = correctedKey(correction);
  return {
    save: (outbox, sent) => outbox.revise(form, { id, ...sent.base }, { ...sent, correction }),
    toSend: () => ({ kind: 'correct', correction }),
  };
}

type CorrectingProps = Props &
  Omit<FormFilling, 'target'> & {
    readonly target: FillTarget;
    readonly reason: string;
    readonly onReason: (reason: string) => void;
  };

function Correcting(props: CorrectingProps) {
  const { form, entry, which, caughtUp, target, filling, actions, now, reason } = props;
  const messages = useMessages('correcting', correctingMessages);
  const { removedQuestion } = useMessages('versions', versionsMessages);
  /** How often issues had been found when the answers were right. */
  const [checkedAt, setCheckedAt] = useState<number>();
  const fields = fieldsToCorrect(form);
  const { sending, summary, warnings, failedAttempts } = filling;

  async function check(unreadableFields: readonly string[]) {
    const all = Object.keys(form.fields);
    const isRight = await actions.checkPage({ fields: all, passed: [], unreadableFields });
    setCheckedAt(isRight ? failedAttempts : undefined);
  }

  function changes() {
    const checked = formInUse(target.form).check(filling.draft);
    const given = checked.ok ? checked.value : {};
    const today = begunOn(filling.draft);
    const before = { ...entry, answers: toCurrentAnswers(form, entry), formVersion: form.version };
    const answers = {
      ...orphanedAnswers(form, before.answers),
      ...evaluateForm(form, given, { today }).answers(),
    };
    const after = { answers, formVersion: form.version };
    return changedQuestions(form, { before, after }, removedQuestion);
  }

  if (sending.is === 'saved' || sending.is === 'delivered')
    return <CorrectionStatus form={form.id} which={which} sending={sending} />;
  if (checkedAt === failedAttempts)
    return (
      <ConfirmCorrection
        changed={changes()}
        sending={sending}
        reason={reason}
        onReason={props.onReason}
        onBack={() => setCheckedAt(undefined)}
        onConfirmed={() => void actions.send()}
      />
    );
  return (
    <>
      {summary.length + warnings.length > 0 && (
        <ErrorSummary key={failedAttempts} {...{ form, now, warnings }} issues={summary} />
      )}
      <p>{messages.lead}</p>
      {fields.length < Object.keys(form.fields).length && (
        <p className="hint">{messages.filesStay}</p>
      )}
      {caughtUp && <ChangedMeanwhile form={form} caughtUp={caughtUp} />}
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output className="draft-notice">
        <DraftNotice form={form} filling={filling} />
      </output>
      <FormView
        {...{ target, filling, actions, now, fields }}
        next={{ button: messages.check, go: (unreadable) => void check(unreadable) }}
      />
    </>
  );
}
