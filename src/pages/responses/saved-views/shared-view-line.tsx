import { useState } from 'react';
import type { SharedView } from '#core/views/shared-view.ts';
import { usePerson } from '../../../deps.ts';
import { sharedViewsMessages } from '../../../messages/en/shared-views.ts';
import { useMessages } from '../../../messages/locale.ts';
import { DestructiveButton } from '../../../ui/destructive-button.tsx';
import { useMay } from '../roles/own-roles.ts';
import { useMomentText } from '../time-zone/zone-context.ts';
import { NewName } from './new-name.tsx';
import { ViewLink, type ShownView } from './view-link.tsx';

type Props = {
  /** The form's id. */
  readonly form: string;
  readonly view: SharedView;
  readonly shown: ShownView;
  /** @returns whether it is done */
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onRemove: () => void;
};

/** A shared view: who shared it and when, and what may be done about it. */
export function SharedViewLine({ form, view, shown, onRename, onRemove }: Props) {
  const messages = useMessages('sharedViews', sharedViewsMessages);
  const { username } = usePerson() ?? {};
  const isOwner = useMay(form, 'owner');
  const mayShare = useMay(form, 'reviewer');
  const momentText = useMomentText();
  const [isRenaming, setIsRenaming] = useState(false);
  const { name, by, email = by, at } = view;
  const who = by === username ? messages.you : email;
  const mayChange = isOwner || (mayShare && by === username);
  return (
    <li>
      <ViewLink view={view} shown={shown} />
      {mayChange && (
        <>
          <button
            className="button-quiet"
            type="button"
            aria-label={messages.renameView(name)}
            aria-expanded={isRenaming}
            onClick={() => setIsRenaming(!isRenaming)}
          >
            {messages.rename}
          </button>
          <DestructiveButton
            label={messages.stop}
            name={messages.stopView(name)}
            isUndoable
            onPress={onRemove}
          />
        </>
      )}
      <span className="hint">{messages.sharedBy(who, momentText(at))}</span>
      {isRenaming && <NewName name={name} onName={onRename} onClose={() => setIsRenaming(false)} />}
    </li>
  );
}
