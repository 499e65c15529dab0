import { useMemo, useState } from 'react';
import type { Location } from '#core/fields/location.ts';
import { locationMessages } from '../../messages/en/location.ts';
import { useMessages } from '../../messages/locale.ts';
import { hasWebGl } from './map/has-web-gl.ts';
import { distanceText } from './map/location-text.ts';
import { MapFrame } from './map/map-frame.tsx';
import { metresFor, roundedFor, type MapView } from './map/map-view.ts';
import { pinAt } from './map/on-ground.ts';
import { pinStep } from './pin-slider.tsx';

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

/** A map with a pin that is moved by tapping or by keys. */
export function LocationMap({ id, describedBy, ...slider }: Props) {
  const { view, pin, onView, onPin } = slider;
  const messages = useMessages('location', locationMessages);
  const [canDraw] = useState(hasWebGl);
  const { Latitude, Longitude } = pin ?? {};
  const placed = useMemo(
    () => (Latitude === undefined || Longitude === undefined ? undefined : { Latitude, Longitude }),
    [Latitude, Longitude],
  );
  const on = useMemo(() => (placed ? [pinAt(placed)] : []), [placed]);
  if (!canDraw) return <p className="hint">{messages.noWebGl}</p>;
  const helpId = `${id}-map-keys`;
  return (
    <>
      <MapFrame
        slider={{ ...slider, describedBy: [helpId, describedBy].filter(Boolean).join(' ') }}
        view={view}
        around={placed}
        kept={placed}
        on={on}
        onView={onView}
        onTap={(location) => onPin(roundedFor(view.zoom, location))}
      />
      <p className="hint" id={helpId}>
        {messages.help(distanceText(metresFor(view, pinStep), messages))}
      </p>
    </>
  );
}
