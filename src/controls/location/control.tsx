import { useState } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import type { Location } from '#core/fields/location.ts';
import { Grouped } from '../question-layout.tsx';
import { LocationBoxes } from './location-boxes.tsx';
import { LocationMap } from './location-map.tsx';
import { wholeEarth, zoomNearby, type MapView } from './map/map-view.ts';
import { OwnLocation } from './own-location.tsx';
import { parseTypedLocation, typedLocation, type TypedLocation } from './parse-typed-location.ts';
import { describedBy, partsValue, type Question } from '../question.ts';

/** Enters a location: by the device's position, by a pin on a map, or as two numbers. */
export default function LocationControl(question: Question<ControlNamed<'location'>>) {
  const { id, label, control, controlValue, onControlValue } = question;
  const typed = partsValue(controlValue);
  const pin = parseTypedLocation(typed);
  const [view, setView] = useState<MapView>(() => (pin ? nearby(pin) : wholeEarth));

  // Without the accuracy and the altitude: they belong to the position that the device gave.
  const change = ({ Latitude = '', Longitude = '' }: TypedLocation) =>
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
        onPin={(location) => change(typedLocation(location))}
      />
      <LocationBoxes question={question} typed={typed} onTyped={change} />
    </Grouped>
  );
}

function nearby(centre: Location): MapView {
  return { centre, zoom: zoomNearby };
}
