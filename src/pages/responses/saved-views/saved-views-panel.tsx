import { useId, useRef, useState } from 'react';
import { tableMessages } from '../../../messages/en/table.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { withQuery, type PagePath } from '../../../page-paths.ts';
import { DestructiveButton } from '../../../ui/destructive-button.tsx';
import { Link } from '../../../ui/navigation.ts';
import { directionIn } from '../../../ui/text-direction.ts';
import { CopyText } from '../copy-text.tsx';
import type { SavedView } from '../settings/responses-settings.ts';
import { useFormSettings } from '../settings/with-settings.tsx';
import { longestViewName, viewName } from '#core/views/view-name.ts';
import { viewNamed, withoutView, withView } from './saved-views.ts';
import './saved-views.css';

type Props = {
  readonly form: string;
  /** The page's path. */
  readonly path: PagePath;
  /** Of what is shown now. */
  readonly query: string;
  /** Shows what a query says. */
  readonly onQuery: (query: string) => void;
};

/** What can be undone, and what has been done. */
type Done = { readonly text: string; readonly before: readonly SavedView[] };

/** Keeps what is shown under a name, and shows what was kept. */
export default function SavedViewsPanel({ form, path, query, onQuery }: Props) {
  const messages = useMessages('table', tableMessages);
  const { copyLink, copyByHand } = useMessages('responses', responsesMessages);
  const { settings, change } = useFormSettings(form);
  const { views } = settings;
  const [typed, setTyped] = useState('');
  const [issue, setIssue] = useState('');
  const [done, setDone] = useState<Done>();
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  const setViews = (make: (before: readonly SavedView[]) => readonly SavedView[]) =>
    change((before) => ({ ...before, views: make(before.views) }));

  function save() {
    const name = viewName(typed);
    setIssue(name ? '' : messages.viewNeedsName);
    if (!name) return box.current?.focus();
    const { replaced, saved } = messages;
    setDone({ text: (viewNamed(views, name) ? replaced : saved)(name), before: views });
    setViews((before) => withView(before, { name, query }));
    return setTyped('');
  }

  return (
    <>
      {views.length > 0 && (
        <ul className="saved-views" aria-label={messages.savedViews}>
          {views.map((it) => (
            <li key={it.name}>
              <Link
                href={it.query ? withQuery(path, it.query) : path}
                replace
                aria-current={it.query === query ? 'page' : undefined}
                onClick={() => onQuery(it.query)}
              >
                <bdi>{it.name}</bdi>
              </Link>
              <CopyText
                text={window.location.origin + (it.query ? withQuery(path, it.query) : path)}
                label={copyLink}
                name={messages.copyLinkToView(it.name)}
                byHand={copyByHand}
                className="button-quiet"
              />
              <DestructiveButton
                label={messages.deleteView(it.name)}
                isUndoable
                onPress={() => {
                  setDone({ text: messages.deleted(it.name), before: views });
                  setViews((before) => withoutView(before, it.name));
                  // The button that was pressed is gone.
                  box.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className="save-view"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label htmlFor={id}>{messages.nameOfView}</label>
        <input
          className="box"
          id={id}
          type="text"
          ref={box}
          autoComplete="off"
          dir={directionIn(typed)}
          maxLength={2 * longestViewName}
          value={typed}
          aria-invalid={issue !== '' || undefined}
          aria-describedby={`${id}-issue ${id}-about`}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button className="button-second" type="submit">
          {messages.saveView}
        </button>
      </form>
      <output className="issue" id={`${id}-issue`}>
        {issue}
      </output>
      <p className="hint" id={`${id}-about`}>
        {messages.aboutViews}
      </p>
      <div className="saved-views-done">
        {/* Always on the page: a live region is announced only when its text changes. */}
        <output>{done?.text}</output>
        {done && (
          <button
            className="button-quiet"
            type="button"
            onClick={() => {
              setViews(() => done.before);
              setDone(undefined);
              box.current?.focus();
            }}
          >
            {messages.undo}
          </button>
        )}
      </div>
    </>
  );
}
