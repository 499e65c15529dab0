import type { FormEvent } from 'react';
import { isSensitive } from '#core/form/define-form.ts';
import { QuestionView } from '../controls/question-view.tsx';
import { questionId } from '../controls/question.ts';
import { entriesPath } from '../page-paths.ts';
import { Nothing, lazyPart } from '../ui/lazy-part.tsx';
import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';
import { isEmpty } from '../drafts/draft.ts';
import type { Filling } from './filling.ts';
import { submitButtonText } from './submit-button-text.ts';
import type { FillTarget } from './fill-target.ts';
import type { FillingActions } from './use-filling.ts';
import './form-view.css';

/** Not in the first load, but loaded right after it: src/app/preload-parts.ts. */
const KeptOnDevice = lazyPart(() => import('./kept-on-device.tsx'), { Missing: Nothing });
/** Needed only for entries that are sent without the outbox. */
const NotDelivered = lazyPart(() => import('./not-delivered.tsx'), { Missing: Nothing });

type Props = {
  readonly target: FillTarget;
  readonly filling: Filling;
  readonly actions: FillingActions;
};

/** Draws any form from its definition. */
export function FormView({ target, filling, actions }: Props) {
  const { form, entry } = target;
  const messages = useMessages('firstLoad', firstLoad);
  const { draft, issues, sending } = filling;
  const isKept = filling.saveStatus === 'kept' && !isSensitive(form);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void actions.send(unreadableFields(event.currentTarget, Object.keys(form.fields)));
  };
  return (
    // `autoComplete` is off for sensitive forms, because browsers store what was typed.
    <form
      className="form"
      noValidate
      autoComplete={isSensitive(form) ? 'off' : undefined}
      data-kept={isKept ? '' : undefined}
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
          issue={issues.find((it) => it.field === name)?.message}
          controlValue={draft.controlValues[name]}
          onControlValue={(controlValue) => actions.type(name, controlValue)}
        />
      ))}
      {sending.is === 'failed' && (
        <NotDelivered failure={sending.failure} entriesPath={entriesPath(form.id)} />
      )}
      <div className="actions">
        <button className="button" type="submit">
          {submitButtonText(sending, entry ? messages.saveChange : form.action, messages)}
        </button>
        {!entry && <ClearButton filling={filling} actions={actions} />}
        {isKept && !isEmpty(draft) && <KeptOnDevice at={filling.keptAt} />}
      </div>
      <output className="visually-hidden">
        {sending.is === 'under-way' ? messages.sending : filling.cleared && messages.isEmpty}
      </output>
    </form>
  );
}

/** The fields whose inputs show something that the browser does not reveal: 30 February, a date without a year. */
function unreadableFields(
  { elements }: HTMLFormElement,
  names: readonly string[],
): readonly string[] {
  return names.filter((name) => {
    const box = elements.namedItem(questionId(name));
    return box instanceof HTMLInputElement && box.validity.badInput;
  });
}

/** One button for clearing and undoing, so that it keeps the focus. */
function ClearButton({ filling: { draft, cleared }, actions }: Omit<Props, 'target'>) {
  const messages = useMessages('firstLoad', firstLoad);
  if (!cleared && isEmpty(draft)) return null;
  return (
    <button
      className="button-quiet"
      type="button"
      onClick={cleared ? actions.bringBack : actions.clear}
    >
      {cleared ? messages.bringBack : messages.clear}
    </button>
  );
}
