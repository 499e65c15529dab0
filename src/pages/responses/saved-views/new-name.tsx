import { useEffect, useId, useRef, useState } from 'react';
import { viewName } from '#core/views/view-name.ts';
import { sharedViewsMessages } from '../../../messages/en/shared-views.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { ViewNameBox } from './view-name-box.tsx';

type Props = {
  readonly name: string;
  /** @returns whether it is done */
  readonly onName: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Asks for another name of a shared view. What is typed stays until it is stored. */
export function NewName({ name, onName, onClose }: Props) {
  const messages = useMessages('sharedViews', sharedViewsMessages);
  const { viewNeedsName } = useMessages('table', tableMessages);
  const [typed, setTyped] = useState(name);
  const [issue, setIssue] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);

  async function save() {
    const next = viewName(typed);
    setIssue(next ? '' : viewNeedsName);
    if (!next) box.current?.focus();
    else if (next === name || (await onName(next))) onClose();
  }

  return (
    <form
      className="save-view"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {messages.newNameOf(name)}
      </label>
      <ViewNameBox
        id={id}
        ref={box}
        typed={typed}
        onTyped={setTyped}
        hasIssue={issue !== ''}
        aria-describedby={`${id}-issue`}
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
      />
      <button className="button-second" type="submit">
        {messages.saveName}
      </button>
      <button className="button-quiet" type="button" onClick={onClose}>
        {messages.cancel}
      </button>
      <output className="issue" id={`${id}-issue`}>
        {issue}
      </output>
    </form>
  );
}
