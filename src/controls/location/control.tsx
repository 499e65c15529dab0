import { useState } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { degrees, type Location } from '#core/fields/location.ts';
import { parseNumberText } from '../number-text.ts';
import { Grouped } from '../question-layout.tsx';
import { signedNumberInputMode } from '../signed-number-keyboard.ts';
import { LocationMap } from './location-map.tsx';
import { wholeEarth, zoomNearby, type MapView } from './map/map-view.ts';
import { OwnLocation } from './own-location.tsx';
import { describedBy, inputAria, partsValue, type Question } from '../question.ts';
import { locationMessages } from '../../messages/en/location.ts';
import { useMessages } from '../../messages/locale.ts';
import '../parts.css';

const parts = [
  ['Latitude', 'latitude'],
  ['Longitude', 'longitude'],
] as const;

/** Enters a location: by the device's position, by a pin on a map, or as two numbers. */
export default function LocationControl(question: Question<ControlNamed<'location'>>) {
  const { id, name, label, control, controlValue, onControlValue } = question;
  const messages = useMessages('location', locationMessages);
  const typed = partsValue(controlValue);
  const pin = parseTypedLocation(typed);
  const [view, setView] = useState<MapView>(() => (pin ? nearby(pin) : wholeEarth));

  // Without the accuracy and the altitude: they belong to the position that the device gave.
  const change = ({ Latitude = '', Longitude = '' }: { readonly [part: string]: string }) =>
    onControlValue({ Latitude, Longitude });

  return (
    <Grouped question={question}>
      <OwnLocation
        accuracy={control.accuracy}
        onLocation={(found) => {
          onControlValue(found);
          const here = parseTypedLocation(found);
          if (here) setView(nearby(here));
        }}
      />
      <LocationMap
        id={id}
        label={label}
        describedBy={describedBy(question)}
        isInvalid={Boolean(question.issue)}
        view={view}
        pin={pin}
        onView={setView}
        onPin={({ Latitude, Longitude }) =>
          change({ Latitude: String(Latitude), Longitude: String(Longitude) })
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
              onChange={(event) => change({ ...typed, [part]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </Grouped>
  );
}

function nearby(centre: Location): MapView {
  return { centre, zoom: zoomNearby };
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
