import { useId, useState, type RefObject } from 'react';
import { viewName } from '#core/views/view-name.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { ViewNameBox } from './view-name-box.tsx';

type Props = {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly onName: (name: string) => void;
};

/** Asks for the name under which what is shown is saved. */
export function SaveView({ box, onName }: Props) {
  const messages = useMessages('table', tableMessages);
  const [typed, setTyped] = useState('');
  const [issue, setIssue] = useState('');
  const id = useId();

  function save() {
    const name = viewName(typed);
    setIssue(name ? '' : messages.viewNeedsName);
    if (!name) return box.current?.focus();
    onName(name);
    return setTyped('');
  }

  return (
    <>
      <form
        className="save-view"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label htmlFor={id}>{messages.nameOfView}</label>
        <ViewNameBox
          id={id}
          ref={box}
          typed={typed}
          onTyped={setTyped}
          hasIssue={issue !== ''}
          aria-describedby={`${id}-issue ${id}-about`}
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
    </>
  );
}
