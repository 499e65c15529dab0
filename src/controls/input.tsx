import { Labelled } from './labelled.tsx';
import { signedKeys } from './signed-keys.ts';
import { describedBy, heldText, type ControlNamed, type Question } from './question.ts';

/** Addresses are not prose: no capital at the start, no red line beneath. */
const verbatim = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false };

/** A browser throws away what is typed into a box of numbers and is none. */
const shownAs = (type: ControlNamed<'input'>['type']) => (type === 'number' ? 'text' : type);

export function Input(question: Question<ControlNamed<'input'>>) {
  const { id, name, control, held, complaint, optional, onHeld } = question;
  const { type, inputMode, autoComplete, unit } = control;
  const description = [describedBy(question), unit && `${id}-unit`].filter(Boolean).join(' ');
  return (
    <Labelled question={question}>
      <div className="with-unit">
        <input
          className="box"
          id={id}
          name={name}
          type={shownAs(type)}
          inputMode={inputMode ?? (type === 'number' ? signedKeys() : undefined)}
          autoComplete={autoComplete}
          data-short={type === 'number' || type === 'date' ? '' : undefined}
          {...(type === 'email' || type === 'url' ? verbatim : {})}
          aria-describedby={description || undefined}
          aria-invalid={Boolean(complaint)}
          aria-required={!optional}
          value={heldText(held)}
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
