import { useId, useState, type RefObject } from 'react';
import { longestViewName, viewName } from '#core/views/view-name.ts';
import { tableMessages } from '../../../messages/en/table.ts';
import { useMessages } from '../../../messages/locale.ts';
import { directionIn } from '../../../ui/text-direction.ts';

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
    </>
  );
}
