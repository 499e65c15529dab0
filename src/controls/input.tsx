import { Labelled } from './labelled.tsx';
import { signedKeys } from './signed-keys.ts';
import {
  describedBy,
  directionIn,
  heldText,
  type ControlNamed,
  type Question,
} from './question.ts';

/** Addresses are not prose: no capital at the start, no red line beneath. */
const verbatim = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false };

/**
 * A browser throws away what is typed into a box of numbers and is none, and writes an address in letters
 * of other scripts as a code: in some browsers, so that one person would have two addresses.
 */
const shownAs = (type: ControlNamed<'input'>['type']) =>
  type === 'number' || type === 'email' ? 'text' : type;

/** Words have the direction of their letters; numbers and addresses go from left to right on every page. */
const directionOf = (type: ControlNamed<'input'>['type'], text: string) =>
  type === 'text' ? directionIn(text) : type === 'date' ? undefined : 'ltr';

function keysFor(type: ControlNamed<'input'>['type']) {
  if (type === 'number') return signedKeys();
  return type === 'email' ? type : undefined;
}

export function Input(question: Question<ControlNamed<'input'>>) {
  const { id, name, control, held, complaint, optional, onHeld } = question;
  const { type, inputMode, autoComplete, unit, days } = control;
  const text = heldText(held);
  const description = [describedBy(question), unit && `${id}-unit`].filter(Boolean).join(' ');
  return (
    <Labelled question={question}>
      <div className="with-unit">
        <input
          className="box"
          id={id}
          name={name}
          type={shownAs(type)}
          dir={directionOf(type, text)}
          {...days}
          inputMode={inputMode ?? keysFor(type)}
          autoComplete={autoComplete}
          data-short={type === 'number' || type === 'date' ? '' : undefined}
          {...(type === 'email' || type === 'url' ? verbatim : {})}
          aria-describedby={description || undefined}
          aria-invalid={Boolean(complaint)}
          aria-required={!optional}
          value={text}
          onChange={(event) => onHeld(event.target.value)}
        />
        {unit && (
          <span className="unit" id={`${id}-unit`}>
            {unit}
          </span>
        )}
      </div>
    </Labelled>
  );
}
