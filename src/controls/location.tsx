import { useState } from 'react';
import { Grouped } from './labelled.tsx';
import { findMe } from './find-me.ts';
import { describedBy, heldParts, type ControlNamed, type Question } from './question.ts';

const parts = ['Latitude', 'Longitude'] as const;

export function LocationControl(question: Question<ControlNamed<'location'>>) {
  const { id, name, held, complaint, optional, onHeld } = question;
  const [status, setStatus] = useState('');
  const place = heldParts(held);

  async function fillIn() {
    setStatus('Finding where you are…');
    const found = await findMe(navigator.geolocation);
    if (found.ok) onHeld(found.value);
    setStatus(found.ok ? 'Your location is filled in.' : found.problem);
  }

  return (
    <Grouped question={question}>
      <div className="parts">
        {parts.map((part, i) => (
          <div key={part}>
            <label className="part-label" htmlFor={i === 0 ? id : `${id}-${part}`}>
              {part}
            </label>
            {/* No inputMode: the decimal keyboard of an iPhone has no minus. */}
            <input
              className="box"
              id={i === 0 ? id : `${id}-${part}`}
              name={`${name}.${part}`}
              autoComplete="off"
              spellCheck={false}
              aria-describedby={describedBy(question)}
              aria-invalid={Boolean(complaint)}
              aria-required={!optional}
              value={place[part] ?? ''}
              onChange={(event) => onHeld({ ...place, [part]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <button className="button-second" type="button" onClick={() => void fillIn()}>
        Use my location
      </button>
      <output className="hint">{status}</output>
    </Grouped>
  );
}
