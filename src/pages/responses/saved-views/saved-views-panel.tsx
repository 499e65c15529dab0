import { useRef, useState } from 'react';
import type { RequestedView } from '#core/views/read-shared-view.ts';
import { mostSharedViews, type SharedView } from '#core/views/shared-view.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { useDeps, usePerson } from '../../../deps.ts';
import { sharedViewsMessages } from '../../../messages/en/shared-views.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { DestructiveButton } from '../../../ui/destructive-button.tsx';
import { useMay } from '../roles/own-roles.ts';
import type { SavedView } from '../settings/responses-settings.ts';
import { useFormSettings } from '../settings/with-settings.tsx';
import { SaveView } from './save-view.tsx';
import { isSameView, viewNamed, withoutView, withView } from './saved-views.ts';
import { SharedViewLine } from './shared-view-line.tsx';
import { useSharedViews } from './use-shared-views.ts';
import { ViewLink, type ShownView } from './view-link.tsx';
import './saved-views.css';

type Props = ShownView & {
  /** The form's id. */
  readonly form: string;
};

/** What has been done, and how it is undone. */
type Done = { readonly text: string; readonly undo?: () => void };

/** Keeps what is shown under a name, shows what was kept, and shares it with the other members of the form. */
export default function SavedViewsPanel({ form, ...shown }: Props) {
  const messages = useMessages('table', tableMessages);
  const sharing = useMessages('sharedViews', sharedViewsMessages);
  const { username = '' } = usePerson() ?? {};
  const { newId } = useDeps();
  const mayShare = useMay(form, 'reviewer');
  const { settings, change } = useFormSettings(form);
  const shared = useSharedViews(form, username);
  const [done, setDone] = useState<Done>();
  const box = useRef<HTMLInputElement>(null);
  /** The id under which each view is shared, so that one is shared once however often it is tried. */
  const ids = useRef(new Map<string, string>());
  const { views } = settings;
  /** One that is shared is in the list once. */
  const own = views.filter((it) => !shared.views.some((other) => isSameView(it, other)));
  const setViews = (make: (before: readonly SavedView[]) => readonly SavedView[]) =>
    change((before) => ({ ...before, views: make(before.views) }));
  const undoTo = (before: readonly SavedView[]) => () => setViews(() => before);

  /** @returns whether it is done */
  async function set(view: RequestedView, whenDone: Done): Promise<boolean> {
    const failure = await shared.set(view);
    setDone(failure ? { text: textOf(failure, sharing) } : whenDone);
    return !failure;
  }

  async function share({ name, query }: SavedView) {
    const key = JSON.stringify([name, query]);
    const id = ids.current.get(key) ?? newId();
    ids.current.set(key, id);
    await set({ id, name, query }, { text: sharing.shared(name) });
  }

  async function rename(view: SharedView, name: string) {
    const { id, query } = view;
    const isDone = await set({ id, name, query }, { text: sharing.renamed(name) });
    // On this device it is the same view still.
    const isOwn = isDone && views.some((it) => isSameView(it, view));
    if (isOwn) setViews((before) => withView(withoutView(before, view.name), { name, query }));
    return isDone;
  }

  async function stopSharing({ id, name, query }: SharedView) {
    const undo = () => void set({ id, name, query }, { text: sharing.shared(name) });
    await set({ id, name: null }, { text: sharing.stopped(name), undo });
  }

  return (
    <>
      {own.length + shared.views.length > 0 && (
        <ul className="saved-views" aria-label={messages.savedViews}>
          {own.map((it) => (
            <li key={it.name}>
              <ViewLink view={it} shown={shown} />
              {mayShare && (
                <button
                  className="button-quiet"
                  type="button"
                  aria-label={sharing.shareView(it.name)}
                  onClick={() => void share(it)}
                >
                  {sharing.share}
                </button>
              )}
              <DestructiveButton
                label={messages.deleteView(it.name)}
                isUndoable
                onPress={() => {
                  setDone({ text: messages.deleted(it.name), undo: undoTo(views) });
                  setViews((before) => withoutView(before, it.name));
                  // The button that was pressed is gone.
                  box.current?.focus();
                }}
              />
            </li>
          ))}
          {shared.views.map((it) => (
            <SharedViewLine
              key={it.id}
              form={form}
              view={it}
              shown={shown}
              onRename={(name) => rename(it, name)}
              onRemove={() => void stopSharing(it)}
            />
          ))}
        </ul>
      )}
      {shared.state === 'not-loaded' && (
        <p role="alert">
          <span>{`${sharing.notLoaded} `}</span>
          {shared.views.length > 0 && <span>{`${sharing.asLastSeen} `}</span>}
          <button className="button-quiet" type="button" onClick={() => void shared.load()}>
            {sharing.tryAgain}
          </button>
        </p>
      )}
      <SaveView
        box={box}
        onName={(name) => {
          const { replaced, saved } = messages;
          const text = (viewNamed(views, name) ? replaced : saved)(name);
          setDone({ text, undo: undoTo(views) });
          setViews((before) => withView(before, { name, query: shown.query }));
        }}
      />
      {(mayShare || shared.views.length > 0) && <p className="hint">{sharing.about}</p>}
      <div className="saved-views-done">
        {/* Always on the page: a live region is announced only when its text changes. */}
        <output>{done?.text}</output>
        {done?.undo && (
          <button
            className="button-quiet"
            type="button"
            onClick={() => {
              setDone(undefined);
              done.undo?.();
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

function textOf(failure: ApiFailure, messages: typeof sharedViewsMessages): string {
  if (failure.is !== 'refused') return messages.notChanged;
  if (failure.code === 'full') return messages.tooMany(formatNumber(mostSharedViews));
  return failure.code === 'forbidden' ? messages.notAllowed : messages.refused;
}
