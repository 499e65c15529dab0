import type { KeyboardEvent, ReactElement } from 'react';
import type { Location } from '#core/fields/location.ts';
import { locationMessages } from '../../messages/en/location.ts';
import { useMessages } from '../../messages/locale.ts';
import { locationText } from './map/location-text.ts';
import { locationBeside, roundedFor, zoomedBy, type MapView } from './map/map-view.ts';

type Props = {
  readonly label: string;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly view: MapView;
  readonly pin: Location | undefined;
  readonly onView: (view: MapView) => void;
  readonly onPin: (location: Location) => void;
  /** Enter was pressed. */
  readonly onEnter?: () => void;
  /** The map. */
  readonly children?: ReactElement;
};

/** How far an arrow key moves the pin, in pixels. With Shift, ten times as far. */
export const pinStep = 8;

const moves: { readonly [key: string]: readonly [east: number, north: number] } = {
  ArrowUp: [0, pinStep],
  ArrowDown: [0, -pinStep],
  ArrowLeft: [-pinStep, 0],
  ArrowRight: [pinStep, 0],
  PageUp: [0, 10 * pinStep],
  PageDown: [0, -10 * pinStep],
};

const zoomKeys: { readonly [key: string]: number } = { '+': 1, '=': 1, '-': -1, _: -1 };

/**
 * Moves a pin by keys. It has the role of a slider, because screen readers pass a slider's arrow keys to the page and
 * announce its value text after each.
 */
export function PinSlider({ label, describedBy, isInvalid, view, pin, ...props }: Props) {
  const { onView, onPin, onEnter, children } = props;
  const messages = useMessages('location', locationMessages);

  function onKeyDown(event: KeyboardEvent) {
    if (onEnter && event.key === 'Enter') {
      event.preventDefault();
      return onEnter();
    }
    const move = moves[event.key];
    const zoom = zoomKeys[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || (!move && !zoom)) return;
    event.preventDefault();
    if (zoom) return onView(zoomedBy(view, zoom, pin));
    const [east = 0, north = 0] = move?.map((it) => it * (event.shiftKey ? 10 : 1)) ?? [];
    onPin(pin ? locationBeside(view, pin, east, north) : roundedFor(view.zoom, view.centre));
  }

  return (
    <div
      className="map-face"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input slides one way only
      role="slider"
      tabIndex={0}
      aria-label={messages.pinFor(label)}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-valuemin={-90}
      aria-valuemax={90}
      aria-valuenow={pin?.Latitude ?? 0}
      aria-valuetext={pin ? locationText(pin, messages) : messages.notPlaced}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
