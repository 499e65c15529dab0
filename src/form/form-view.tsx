import { use, type ComponentProps, type ContextType, type FormEvent } from 'react';
import type { Issue } from '#core/form/answers.ts';
import { fieldOf } from '#core/form/field-of.ts';
import { isSensitive } from '#core/form/define-form.ts';
import { inputPath } from '../controls/question.ts';
import { entriesPath } from '../page-paths.ts';
import { Nothing, lazyPart } from '../ui/lazy-part.tsx';
import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';
import { isEmpty } from '../drafts/draft.ts';
import type { Filling } from './filling.ts';
import type { FormNow } from './form-in-use.ts';
import { FormQuestion } from './form-question.tsx';
import type { FormSections } from './form-sections.tsx';
import { SectionsContext } from './sections-context.ts';
import { submitButtonText } from './submit-button-text.ts';
import { useShownFields } from './use-shown-fields.ts';
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
  /** The form as it stands for the draft. */
  readonly now: FormNow;
  /** The fields to draw; all of them by default. */
  readonly fields?: readonly string[];
  /** What the button is for, unless it sends the form. */
  readonly next?: {
    readonly button: string;
    readonly go: (unreadableFields: readonly string[]) => void;
  };
};

/** Draws any form from its definition. */
export function FormView({ target, filling, actions, now, fields, next }: Props) {
  const { form, entry } = target;
  const messages = useMessages('firstLoad', firstLoad);
  const drawSections = use(SectionsContext);
  const { draft, issues, warnings, sending } = filling;
  const { shown, texts } = useShownFields(now, { draft: draft.id, page: fields });
  const names = (fields ?? [...shown.keys()]).filter((name) => shown.has(name));
  const [firstIssues, firstWarnings] = [byPath(issues), byPath(warnings)];
  const messageOf = (issue: Issue | undefined) => issue && now.filledIssue(issue).message;
  const messagesAt = (path: string) => ({
    issue: messageOf(firstIssues.get(path)),
    warning: messageOf(firstWarnings.get(path)),
  });
  const { textOf, fillField } = texts;
  const around = { evaluation: now, textOf, fillField, messagesAt, Question: FormQuestion };
  const isKept = filling.saveStatus === 'kept' && !isSensitive(form);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const unreadable = unreadableFields(event.currentTarget, names);
    if (next) next.go(unreadable);
    else void actions.send(unreadable);
  };
  const questionAt = (name: string) => {
    const field = shown.get(name) ?? now.field(name);
    return {
      name,
      field,
      controlValue: draft.controlValues[name],
      onType: actions.type,
      // What is new with each key is only for those who need it, so that the others are not drawn again.
      around: field.instances && around,
      ...messagesAt(name),
    };
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
      <Questions {...{ drawSections, sections: form.sections, names, texts, questionAt }} />
      {sending.is === 'failed' && (
        <NotDelivered failure={sending.failure} entriesPath={entriesPath(form.id)} />
      )}
      <div className="actions">
        <button className="button" type="submit">
          {next?.button ??
            submitButtonText(sending, entry ? messages.saveChange : form.action, messages)}
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

type QuestionsProps = ComponentProps<typeof FormSections> & {
  readonly drawSections: ContextType<typeof SectionsContext>;
};

/** The questions, drawn by whoever fills in the form: in their sections, if it has some. */
function Questions({ drawSections, ...props }: QuestionsProps) {
  return drawSections && <>{drawSections(props)}</>;
}

/** The first issue at each path. */
function byPath(issues: readonly Issue[]): ReadonlyMap<string, Issue> {
  return new Map(issues.toReversed().map((it) => [it.field, it]));
}

/**
 * The fields whose inputs show something that the browser does not reveal: 30 February, a date without a year. Inside
 * repeats, their paths.
 */
function unreadableFields(
  { elements }: HTMLFormElement,
  names: readonly string[],
): readonly string[] {
  const paths = [...elements].flatMap((box) =>
    box instanceof HTMLInputElement && box.validity.badInput ? [inputPath(box.name)] : [],
  );
  return paths.filter((path) => names.includes(fieldOf(path)));
}

/** One button for clearing and undoing, so that it keeps the focus. */
function ClearButton({ filling: { draft, cleared }, actions }: Pick<Props, 'filling' | 'actions'>) {
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
