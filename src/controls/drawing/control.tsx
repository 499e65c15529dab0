import { useMemo, useState } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import type { Location } from '#core/fields/location.ts';
import { areaOf, lengthOf, type Position } from '#core/values/on-earth.ts';
import { drawingMessages } from '../../messages/en/drawing.ts';
import { locationMessages } from '../../messages/en/location.ts';
import { useMessages } from '../../messages/locale.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { hasWebGl } from '../location/map/has-web-gl.ts';
import { distanceText, locationText } from '../location/map/location-text.ts';
import { MapFrame } from '../location/map/map-frame.tsx';
import {
  metresFor,
  roundedFor,
  viewAround,
  wholeEarth,
  zoomNearby,
} from '../location/map/map-view.ts';
import type { MapView } from '../location/map/map-view.ts';
import { pinAt } from '../location/map/on-ground.ts';
import { LocationBoxes } from '../location/location-boxes.tsx';
import {
  parseTypedLocation,
  typedLocation,
  type TypedLocation,
} from '../location/parse-typed-location.ts';
import { pinStep } from '../location/pin-slider.tsx';
import { OwnLocation } from '../location/own-location.tsx';
import { Grouped } from '../question-layout.tsx';
import { describedBy, type Question } from '../question.ts';
import { pointsValue, pointText } from './codec.ts';
import { areaText, threeDigits } from './area-text.ts';
import './control.css';

const nothingTyped: TypedLocation = { Latitude: '', Longitude: '' };

/** Draws a line or an area: by tapping, by keys, by the device's position, or as numbers, point by point. */
export default function Drawing(question: Question<ControlNamed<'drawing'>>) {
  const { id, label, control, controlValue, onControlValue } = question;
  const { isArea = false, most } = control;
  const messages = useMessages('drawing', drawingMessages);
  const compass = useMessages('location', locationMessages);
  const points = pointsValue(controlValue);
  const [typed, setTyped] = useState(nothingTyped);
  const [removed, setRemoved] = useState<Position>();
  const [canDraw] = useState(hasWebGl);
  const [view, setView] = useState<MapView>(() =>
    points.length > 0 ? viewAround(points.map(asLocation), zoomNearby) : wholeEarth,
  );
  const next = parseTypedLocation(typed);
  const isFull = points.length >= most;

  const change = (all: readonly Position[]) => onControlValue(all.map(pointText));
  function add({ Latitude, Longitude }: Location): void {
    if (isFull) return;
    setRemoved(undefined);
    setTyped(nothingTyped);
    change([...points, [Longitude, Latitude]]);
  }
  function removeLast(): void {
    setRemoved(points.at(-1));
    change(points.slice(0, -1));
  }

  const drawn = points.map(pointText).join();
  const { pins, trace } = useMemo(() => {
    const same = pointsValue(drawn === '' ? [] : drawn.split(','));
    return { pins: same.map((it) => pinAt(asLocation(it))), trace: { points: same, isArea } };
  }, [drawn, isArea]);
  const size = isArea
    ? areaText(areaOf(points), messages)
    : distanceText(threeDigits(lengthOf(points)), compass);
  const helpId = `${id}-map-keys`;
  return (
    <Grouped question={question}>
      <OwnLocation
        accuracy={undefined}
        onLocation={(found) => {
          setTyped(found);
          const here = parseTypedLocation(found);
          if (here) setView({ centre: here, zoom: zoomNearby });
        }}
      />
      {canDraw ? (
        <>
          <MapFrame
            slider={{
              label,
              describedBy: [helpId, describedBy(question)].filter(Boolean).join(' '),
              isInvalid: Boolean(question.issue),
              view,
              pin: next,
              onView: setView,
              onPin: (location) => setTyped(typedLocation(location)),
              onEnter: () => next && add(next),
            }}
            view={view}
            around={next}
            kept={next}
            on={next ? [...pins, pinAt(next)] : pins}
            trace={trace}
            onView={setView}
            onTap={(location) => add(roundedFor(view.zoom, location))}
          />
          <p className="hint" id={helpId}>
            {messages.help(distanceText(metresFor(view, pinStep), compass))}
          </p>
        </>
      ) : (
        <p className="hint">{compass.noWebGl}</p>
      )}
      <LocationBoxes question={question} typed={typed} onTyped={setTyped} />
      <div className="actions">
        <button
          className="button-second"
          type="button"
          aria-disabled={!next || isFull}
          onClick={() => next && add(next)}
        >
          {messages.add}
        </button>
        {points.length > 0 && (
          <DestructiveButton label={messages.removeLast} isUndoable onPress={removeLast} />
        )}
        {removed && (
          <button className="button-quiet" type="button" onClick={() => add(asLocation(removed))}>
            {messages.undo}
          </button>
        )}
      </div>
      <output className="hint">
        {points.length === 0
          ? ''
          : isFull
            ? messages.full(points.length, size)
            : messages.soFar(points.length, size)}
      </output>
      {points.length > 0 && (
        <ol className="drawing-points">
          {points.map((it, at) => (
            // The same point may be listed twice.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>{locationText(asLocation(it), compass)}</li>
          ))}
        </ol>
      )}
    </Grouped>
  );
}

function asLocation([Longitude, Latitude]: Position): Location {
  return { Latitude, Longitude };
}
