import { locationMessages } from '../../messages/en/location.ts';
import { useMessages } from '../../messages/locale.ts';
import { inputAria, type Question } from '../question.ts';
import { signedNumberInputMode } from '../signed-number-keyboard.ts';
import type { TypedLocation } from './parse-typed-location.ts';
import '../parts.css';

const parts = [
  ['Latitude', 'latitude'],
  ['Longitude', 'longitude'],
] as const;

type Props = {
  readonly question: Question;
  readonly typed: TypedLocation;
  readonly onTyped: (typed: TypedLocation) => void;
};

/** Two boxes for a location in degrees. */
export function LocationBoxes({ question, typed, onTyped }: Props) {
  const { id, name } = question;
  const messages = useMessages('location', locationMessages);
  return (
    <div className="parts">
      {parts.map(([part, messageKey], i) => (
        <div key={part}>
          <label className="part-label" htmlFor={i === 0 ? id : `${id}-${part}`}>
            {messages[messageKey]}
          </label>
          <input
            className="box"
            dir="ltr"
            id={i === 0 ? id : `${id}-${part}`}
            name={`${name}.${part}`}
            autoComplete="off"
            spellCheck={false}
            inputMode={signedNumberInputMode()}
            {...inputAria(question)}
            value={typed[part] ?? ''}
            onChange={(event) => onTyped({ ...typed, [part]: event.target.value })}
          />
        </div>
      ))}
    </div>
  );
}
