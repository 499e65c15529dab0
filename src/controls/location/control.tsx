import { useState } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { degrees, type Location } from '#core/fields/location.ts';
import { parseNumberText } from '../number-text.ts';
import { locationMessages } from '../../messages/en/location.ts';
import { useMessages } from '../../messages/locale.ts';
import { findCurrentLocation } from './current-location.ts';
import { Grouped } from '../question-layout.tsx';
import { viewOf, wholeEarth, type MapView } from './map-geometry.ts';
import { signedNumberInputMode } from '../signed-number-keyboard.ts';
import { LocationMap } from './location-map.tsx';
import { describedBy, inputAria, partsValue, type Question } from '../question.ts';
import '../parts.css';
import './control.css';

const parts = [
  ['Latitude', 'latitude'],
  ['Longitude', 'longitude'],
] as const;

/** The zoom of the map around a known location: about 700 m high. */
const nearby = 15;

/** Enters a location: by the device's position, by a pin on a map, or as two numbers. */
export default function LocationControl(question: Question<ControlNamed<'location'>>) {
  const { id, name, label, controlValue, issue, onControlValue } = question;
  const messages = useMessages('location', locationMessages);
  const typed = partsValue(controlValue);
  const pin = parseTypedLocation(typed);
  const [status, setStatus] = useState('');
  const [view, setView] = useState<MapView>(() => (pin ? viewOf(pin, nearby) : wholeEarth));

  async function fillIn() {
    setStatus(messages.finding);
    const found = await findCurrentLocation(navigator.geolocation);
    setStatus(found.ok ? messages.filledIn : messages.unfound[found.problem]);
    if (!found.ok) return;
    onControlValue(found.value);
    const here = parseTypedLocation(found.value);
    if (here) setView(viewOf(here, nearby));
  }

  return (
    <Grouped question={question}>
      <button className="button-second" type="button" onClick={() => void fillIn()}>
        {messages.useMine}
      </button>
      <output className="hint">{status}</output>
      <LocationMap
        id={id}
        label={label}
        describedBy={describedBy(question)}
        isInvalid={Boolean(issue)}
        view={view}
        pin={pin}
        onView={setView}
        onPin={({ Latitude, Longitude }) =>
          onControlValue({ Latitude: String(Latitude), Longitude: String(Longitude) })
        }
      />
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
              onChange={(event) => onControlValue({ ...typed, [part]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </Grouped>
  );
}

/** The location in two text inputs, if both are valid. */
function parseTypedLocation({ Latitude = '', Longitude = '' }: Record<string, string>) {
  const north = parseNumberText(Latitude, degrees.Latitude);
  const east = parseNumberText(Longitude, degrees.Longitude);
  const isLocation =
    typeof north === 'number' &&
    typeof east === 'number' &&
    Math.abs(north) <= degrees.Latitude.max &&
    Math.abs(east) <= degrees.Longitude.max;
  return isLocation ? ({ Latitude: north, Longitude: east } satisfies Location) : undefined;
}
