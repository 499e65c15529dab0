import type { KeyboardEvent, MouseEvent } from 'react';
import type { Location } from '#core/fields/location.ts';
import { locationMessages } from '../../messages/en/location.ts';
import { useMessages } from '../../messages/locale.ts';
import './map-lines.css';
import {
  gridOf,
  latitudeText,
  longitudeText,
  locationAt,
  locationBeside,
  locationText,
  spotOf,
  scaleText,
  viewWith,
  zoomedBy,
  type GridLine,
  type MapView,
} from './map-geometry.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly view: MapView;
  readonly pin: Location | undefined;
  readonly onView: (view: MapView) => void;
  readonly onPin: (location: Location) => void;
};

/** How far each key moves the pin, in grid lines. With Shift, ten times as far. */
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
 * A map that needs no network: a grid with a pin that is moved by tapping or by keys. It has the role of a slider,
 * because screen readers pass a slider's arrow keys to the page and announce its value text after each.
 */
export function LocationMap({ id, label, describedBy, isInvalid, pin, onPin, ...props }: Props) {
  const { onView } = props;
  const messages = useMessages('location', locationMessages);
  const view = pin ? viewWith(props.view, pin) : props.view;

  function onKeyDown(event: KeyboardEvent) {
    const move = moves[event.key];
    const zoom = zooms[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || (!move && !zoom)) return;
    event.preventDefault();
    if (zoom) return onView(zoomedBy(view, zoom, pin));
    const [east = 0, north = 0] = move?.map((it) => it * (event.shiftKey ? 10 : 1)) ?? [];
    const next = pin
      ? locationBeside(view, pin, east, north)
      : locationAt(view, { x: 0.5, y: 0.5 });
    onView(viewWith(view, next));
    onPin(next);
  }

  function onClick(event: MouseEvent) {
    // A click by a screen reader or the keyboard has no position.
    if (event.detail === 0) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    onView(view);
    onPin(
      locationAt(view, { x: (event.clientX - left) / width, y: (event.clientY - top) / height }),
    );
  }

  return (
    <div className="map">
      <div
        className="map-face"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input slides one way only
        role="slider"
        tabIndex={0}
        aria-label={messages.pinFor(label)}
        aria-describedby={[`${id}-map-keys`, describedBy].filter(Boolean).join(' ')}
        aria-invalid={isInvalid}
        aria-valuemin={-90}
        aria-valuemax={90}
        aria-valuenow={pin?.Latitude ?? 0}
        aria-valuetext={pin ? locationText(pin, messages) : messages.notPlaced}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <MapFace view={view} pin={pin} />
      </div>
      <div className="map-zooms">
        <button
          className="map-zoom"
          type="button"
          aria-label={messages.zoomIn}
          onClick={() => onView(zoomedBy(view, 1, pin))}
        >
          <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 5v14M5 12h14" />
          </svg>
        </button>
        <button
          className="map-zoom"
          type="button"
          aria-label={messages.zoomOut}
          onClick={() => onView(zoomedBy(view, -1, pin))}
        >
          <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 12h14" />
          </svg>
        </button>
      </div>
      <p className="hint" id={`${id}-map-keys`}>
        {messages.help(scaleText(view, messages))}
      </p>
    </div>
  );
}

function MapFace({ view, pin }: Pick<Props, 'view' | 'pin'>) {
  const messages = useMessages('location', locationMessages);
  const { meridians, parallels } = gridOf(view);
  const spot = pin && spotOf(view, pin);
  return (
    // West is on the left in every language.
    <svg className="map-svg" direction="ltr" aria-hidden="true">
      {meridians.map(({ at }) => (
        <line key={at} className="map-line" x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
      ))}
      {parallels.map(({ at }) => (
        <line key={at} className="map-line" y1={percent(at)} y2={percent(at)} x1="0" x2="100%" />
      ))}
      {meridians.filter(hasSpaceForLabel).map(({ degrees, at }) => (
        <text key={at} className="map-label" x={percent(at)} y="100%" dx="4" dy="-6">
          {longitudeText(degrees, messages)}
        </text>
      ))}
      {parallels.filter(hasSpaceForLabel).map(({ degrees, at }) => (
        <text key={at} className="map-label" x="0" y={percent(at)} dx="6" dy="-4">
          {latitudeText(degrees, messages)}
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

/** At the edges, the labels of meridians and parallels would overlap. */
function hasSpaceForLabel({ at }: GridLine): boolean {
  return at > 0.1 && at < 0.88;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`;
}
