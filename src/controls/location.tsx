import { useState } from 'react';
import { degrees, type Location } from '#core/fields/location.ts';
import { numberInText } from '#core/number-text.ts';
import { place as placeInEnglish } from '../words/en/place.ts';
import { useWords } from '../words/speech.ts';
import { findMe } from './find-me.ts';
import { Grouped } from './labelled.tsx';
import { viewOf, wholeWorld, type MapView } from './map-view.ts';
import { signedKeys } from './signed-keys.ts';
import { LocationMap } from './map.tsx';
import { describedBy, heldParts, type ControlNamed, type Question } from './question.ts';

const parts = [
  ['Latitude', 'latitude'],
  ['Longitude', 'longitude'],
] as const;

/** Of the map where a place is known: some 700 m high, as far as people walk to be fetched. */
const nearby = 15;

/** A place: where the device is, or where the pin is put, or two numbers. */
export default function LocationControl(question: Question<ControlNamed<'location'>>) {
  const { id, name, label, held, complaint, optional, onHeld } = question;
  const words = useWords('place', placeInEnglish);
  const place = heldParts(held);
  const pin = locationIn(place);
  const [status, setStatus] = useState('');
  const [view, setView] = useState<MapView>(() => (pin ? viewOf(pin, nearby) : wholeWorld));

  async function fillIn() {
    setStatus(words.finding);
    const found = await findMe(navigator.geolocation);
    setStatus(found.ok ? words.filledIn : words.unfound[found.problem]);
    if (!found.ok) return;
    onHeld(found.value);
    const here = locationIn(found.value);
    if (here) setView(viewOf(here, nearby));
  }

  return (
    <Grouped question={question}>
      <button className="button-second" type="button" onClick={() => void fillIn()}>
        {words.useMine}
      </button>
      <output className="hint">{status}</output>
      <LocationMap
        id={id}
        label={label}
        describedBy={describedBy(question)}
        isInvalid={Boolean(complaint)}
        view={view}
        pin={pin}
        onView={setView}
        onPin={({ Latitude, Longitude }) =>
          onHeld({ Latitude: String(Latitude), Longitude: String(Longitude) })
        }
      />
      <div className="parts">
        {parts.map(([part, called], i) => (
          <div key={part}>
            <label className="part-label" htmlFor={i === 0 ? id : `${id}-${part}`}>
              {words[called]}
            </label>
            <input
              className="box"
              dir="ltr"
              id={i === 0 ? id : `${id}-${part}`}
              name={`${name}.${part}`}
              autoComplete="off"
              spellCheck={false}
              inputMode={signedKeys()}
              aria-describedby={describedBy(question)}
              aria-invalid={Boolean(complaint)}
              aria-required={!optional}
              value={place[part] ?? ''}
              onChange={(event) => onHeld({ ...place, [part]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </Grouped>
  );
}

/** The place that two boxes of text name, if they do. */
function locationIn({ Latitude = '', Longitude = '' }: Record<string, string>) {
  const north = numberInText(Latitude, degrees.Latitude);
  const east = numberInText(Longitude, degrees.Longitude);
  const isPlace =
    typeof north === 'number' &&
    typeof east === 'number' &&
    Math.abs(north) <= degrees.Latitude.max &&
    Math.abs(east) <= degrees.Longitude.max;
  return isPlace ? ({ Latitude: north, Longitude: east } satisfies Location) : undefined;
}
