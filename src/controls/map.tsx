import type { KeyboardEvent, MouseEvent } from 'react';
import type { Location } from '#core/fields/location.ts';
import { place } from '../words/en/place.ts';
import { useWords } from '../words/speech.ts';
import {
  gridOf,
  latitudeInWords,
  longitudeInWords,
  placeAt,
  placeBeside,
  placeInWords,
  spotOf,
  scaleInWords,
  viewWith,
  zoomedBy,
  type GridLine,
  type MapView,
} from './map-view.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly view: MapView;
  readonly pin: Location | undefined;
  readonly onView: (view: MapView) => void;
  readonly onPin: (place: Location) => void;
};

/** To the east and to the north, in lines of the grid; with Shift ten times as far. */
const moves: { readonly [key: string]: readonly [east: number, north: number] } = {
  ArrowUp: [0, 0.1],
  ArrowDown: [0, -0.1],
  ArrowLeft: [-0.1, 0],
  ArrowRight: [0.1, 0],
  PageUp: [0, 1],
  PageDown: [0, -1],
};

const zooms: { readonly [key: string]: number } = { '+': 1, '=': 1, '-': -1, _: -1 };

/**
 * A map without a network: a grid and a pin, moved by a tap or by keys. A slider, because that is the
 * role whose arrow keys a screen reader hands to the page, and whose words it says after each.
 */
export function LocationMap({ id, label, describedBy, isInvalid, pin, onPin, ...props }: Props) {
  const { onView } = props;
  const words = useWords('place', place);
  const view = pin ? viewWith(props.view, pin) : props.view;

  function onKeyDown(event: KeyboardEvent) {
    const move = moves[event.key];
    const zoom = zooms[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || (!move && !zoom)) return;
    event.preventDefault();
    if (zoom) return onView(zoomedBy(view, zoom, pin));
    const [east = 0, north = 0] = move?.map((it) => it * (event.shiftKey ? 10 : 1)) ?? [];
    const next = pin ? placeBeside(view, pin, east, north) : placeAt(view, { x: 0.5, y: 0.5 });
    onView(viewWith(view, next));
    onPin(next);
  }

  function onClick(event: MouseEvent) {
    // A screen reader's click has no place: its keys are what moves the pin.
    if (event.detail === 0) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    onView(view);
    onPin(placeAt(view, { x: (event.clientX - left) / width, y: (event.clientY - top) / height }));
  }

  return (
    <div className="map">
      <div
        className="map-face"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input slides one way only
        role="slider"
        tabIndex={0}
        aria-label={words.pinFor(label)}
        aria-describedby={[`${id}-map-keys`, describedBy].filter(Boolean).join(' ')}
        aria-invalid={isInvalid}
        aria-valuemin={-90}
        aria-valuemax={90}
        aria-valuenow={pin?.Latitude ?? 0}
        aria-valuetext={pin ? placeInWords(pin, words) : words.notPlaced}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <Face view={view} pin={pin} />
      </div>
      <div className="map-zooms">
        <button
          className="map-zoom"
          type="button"
          aria-label={words.zoomIn}
          onClick={() => onView(zoomedBy(view, 1, pin))}
        >
          <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 5v14M5 12h14" />
          </svg>
        </button>
        <button
          className="map-zoom"
          type="button"
          aria-label={words.zoomOut}
          onClick={() => onView(zoomedBy(view, -1, pin))}
        >
          <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 12h14" />
          </svg>
        </button>
      </div>
      <p className="hint" id={`${id}-map-keys`}>
        {words.help(scaleInWords(view, words))}
      </p>
    </div>
  );
}

function Face({ view, pin }: Pick<Props, 'view' | 'pin'>) {
  const words = useWords('place', place);
  const { meridians, parallels } = gridOf(view);
  const spot = pin && spotOf(view, pin);
  return (
    // West is at the left in every language.
    <svg className="map-svg" direction="ltr" aria-hidden="true">
      {meridians.map(({ at }) => (
        <line key={at} className="map-line" x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
      ))}
      {parallels.map(({ at }) => (
        <line key={at} className="map-line" y1={percent(at)} y2={percent(at)} x1="0" x2="100%" />
      ))}
      {meridians.filter(hasRoomForWords).map(({ degrees, at }) => (
        <text key={at} className="map-words" x={percent(at)} y="100%" dx="4" dy="-6">
          {longitudeInWords(degrees, words)}
        </text>
      ))}
      {parallels.filter(hasRoomForWords).map(({ degrees, at }) => (
        <text key={at} className="map-words" x="0" y={percent(at)} dx="6" dy="-4">
          {latitudeInWords(degrees, words)}
        </text>
      ))}
      {spot && (
        <svg x={percent(spot.x)} y={percent(spot.y)} overflow="visible">
          <path className="map-pin" d="M0 0C-3-9-12-14-12-23A12 12 0 0 1 12-23C12-14 3-9 0 0Z" />
          <circle className="map-eye" cx="0" cy="-23" r="4.5" />
        </svg>
      )}
    </svg>
  );
}

/** At the edges the words of one direction would stand on those of the other. */
function hasRoomForWords({ at }: GridLine): boolean {
  return at > 0.1 && at < 0.88;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`;
}
