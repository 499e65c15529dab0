import { useMemo, useState } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { degrees, type Location } from '#core/fields/location.ts';
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
import { pinStep } from '../location/pin-slider.tsx';
import { OwnLocation } from '../location/own-location.tsx';
import { parseNumberText } from '../number-text.ts';
import { Grouped } from '../question-layout.tsx';
import { describedBy, inputAria, type Question } from '../question.ts';
import { signedNumberInputMode } from '../signed-number-keyboard.ts';
import { pointsValue, pointText } from './codec.ts';
import { areaText } from './area-text.ts';
import '../parts.css';
import './control.css';

const parts = [
  ['Latitude', 'latitude'],
  ['Longitude', 'longitude'],
] as const;

const nothingTyped = { Latitude: '', Longitude: '' };

/** Draws a line or an area: by tapping, by keys, by the device's position, or as numbers, point by point. */
export default function Drawing(question: Question<ControlNamed<'drawing'>>) {
  const { id, name, label, control, controlValue, onControlValue } = question;
  const { isArea = false, most } = control;
  const messages = useMessages('drawing', drawingMessages);
  const compass = useMessages('location', locationMessages);
  const points = pointsValue(controlValue);
  const [typed, setTyped] = useState<{ readonly [part: string]: string }>(nothingTyped);
  const [removed, setRemoved] = useState<Position>();
  const [canDraw] = useState(hasWebGl);
  const [view, setView] = useState<MapView>(() =>
    points.length > 0 ? viewAround(points.map(asLocation), zoomNearby) : wholeEarth,
  );
  const show = (latest: MapView) => setView(latest);
  const next = parseTyped(typed);
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
  const on = useMemo(
    () => pointsValue(drawn === '' ? [] : drawn.split(',')).map((it) => pinAt(asLocation(it))),
    [drawn],
  );
  const trace = useMemo(
    () => ({ points: pointsValue(drawn === '' ? [] : drawn.split(',')), isArea }),
    [drawn, isArea],
  );
  const size = isArea
    ? areaText(areaOf(points), messages)
    : distanceText(rounded(lengthOf(points)), compass);
  const helpId = `${id}-map-keys`;
  return (
    <Grouped question={question}>
      <OwnLocation
        accuracy={undefined}
        onLocation={(found) => {
          setTyped(found);
          const here = parseTyped(found);
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
              onView: show,
              onPin: ({ Latitude, Longitude }) =>
                setTyped({ Latitude: String(Latitude), Longitude: String(Longitude) }),
              onEnter: () => next && add(next),
            }}
            view={view}
            around={next}
            kept={next}
            on={next ? [...on, pinAt(next)] : on}
            trace={trace}
            onView={show}
            onTap={(location) => add(roundedFor(view.zoom, location))}
          />
          <p className="hint" id={helpId}>
            {messages.help(distanceText(metresFor(view, pinStep), compass))}
          </p>
        </>
      ) : (
        <p className="hint">{compass.noWebGl}</p>
      )}
      <div className="parts">
        {parts.map(([part, messageKey], i) => (
          <div key={part}>
            <label className="part-label" htmlFor={i === 0 ? id : `${id}-${part}`}>
              {compass[messageKey]}
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
              onChange={(event) => setTyped({ ...typed, [part]: event.target.value })}
            />
          </div>
        ))}
      </div>
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

/** To three digits: the map is no more precise. */
function rounded(it: number): number {
  return Number(it.toPrecision(3));
}

function parseTyped({ Latitude = '', Longitude = '' }: { readonly [part: string]: string }) {
  const north = parseNumberText(Latitude, degrees.Latitude);
  const east = parseNumberText(Longitude, degrees.Longitude);
  const isLocation =
    typeof north === 'number' &&
    typeof east === 'number' &&
    Math.abs(north) <= degrees.Latitude.max &&
    Math.abs(east) <= degrees.Longitude.max;
  return isLocation ? ({ Latitude: north, Longitude: east } satisfies Location) : undefined;
}
