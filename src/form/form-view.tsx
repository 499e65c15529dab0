import type { FormEvent } from 'react';
import { isSensitive } from '#core/form.ts';
import { QuestionView } from '../controls/question-view.tsx';
import { questionId } from '../controls/question.ts';
import { Nothing, part } from '../part.tsx';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';
import { isEmpty } from './draft.ts';
import type { Filling } from './filling.ts';
import { buttonWords } from './button-words.ts';
import type { Purpose } from './purpose.ts';
import type { FillingActions } from './use-filling.ts';

/** Only for what is sent past the outbox. */
const Stuck = part(() => import('./stuck.tsx'), { Missing: Nothing });

type Props = {
  readonly purpose: Purpose;
  readonly filling: Filling;
  readonly actions: FillingActions;
};

/** Any form, drawn from its fields. */
export function FormView({ purpose, filling, actions }: Props) {
  const { form, entry } = purpose;
  const words = useWords('first', first);
  const { draft, complaints, sending } = filling;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void actions.send(heldBack(event.currentTarget, Object.keys(form.fields)));
  };
  return (
    // A browser remembers what is typed as well: on its disk.
    <form
      className="form"
      noValidate
      autoComplete={isSensitive(form) ? 'off' : undefined}
      data-kept={filling.keeping === 'kept' && !isSensitive(form) ? '' : undefined}
      onSubmit={onSubmit}
    >
      {Object.entries(form.fields).map(([name, field]) => (
        <QuestionView
          key={name}
          id={questionId(name)}
          name={questionId(name)}
          label={field.label}
          hint={field.hint}
          optional={!field.required}
          control={field.control}
          complaint={complaints.find((it) => it.field === name)?.message}
          held={draft.held[name]}
          onHeld={(held) => actions.type(name, held)}
        />
      ))}
      {sending.is === 'stuck' && (
        <Stuck failure={sending.failure} entriesPath={`/${form.id}/entries`} />
      )}
      <div className="actions">
        <button className="button" type="submit">
          {buttonWords(sending, entry ? words.saveChange : form.action, words)}
        </button>
        {!entry && <ClearButton filling={filling} actions={actions} />}
      </div>
      <output className="visually-hidden">
        {sending.is === 'under-way' ? words.sending : filling.cleared && words.isEmpty}
      </output>
    </form>
  );
}

/** The fields whose boxes show something the browser does not give away: 30 February, a day without a year. */
function heldBack({ elements }: HTMLFormElement, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const box = elements.namedItem(questionId(name));
    return box instanceof HTMLInputElement && box.validity.badInput;
  });
}

/** One button for both directions, so that the focus stays on it. */
function ClearButton({ filling: { draft, cleared }, actions }: Omit<Props, 'purpose'>) {
  const words = useWords('first', first);
  if (!cleared && isEmpty(draft)) return null;
  return (
    <button
      className="button-quiet"
      type="button"
      onClick={cleared ? actions.bringBack : actions.clear}
    >
      {cleared ? words.bringBack : words.clear}
    </button>
  );
}
