import { useState, type ComponentProps } from 'react';
import type { Location } from '#core/fields/location.ts';
import { streetMap } from '#brand/street-map.ts';
import { locationMessages } from '../../../messages/en/location.ts';
import { useMessages } from '../../../messages/locale.ts';
import { Nothing, lazyPart } from '../../../ui/lazy-part.tsx';
import { PinSlider } from '../pin-slider.tsx';
import type { GroundProps } from './ground.tsx';
import { zoomedBy } from './map-view.ts';
import './map-frame.css';

type Props = Omit<GroundProps, 'onStreets' | 'onFailed'> & {
  /** Makes the map a control. */
  readonly slider?: Omit<ComponentProps<typeof PinSlider>, 'children'>;
  /** What the buttons zoom in on, if it is not the centre. */
  readonly around?: Location | undefined;
};

/** A megabyte, which only pages with a map load. */
const Ground = lazyPart(() => import('./ground.tsx'), { Missing: MapMissing });

/** Only where there are any, below the map of a question. */
const OfflineMaps = lazyPart(() => import('../offline/offline-maps.tsx'), { Missing: Nothing });

/** A map with buttons to zoom it and the names of its makers. Only for devices that can draw one. */
export function MapFrame({ slider, around, ...ground }: Props) {
  const { view, onView } = ground;
  const messages = useMessages('location', locationMessages);
  const [hasFailed, setHasFailed] = useState(false);
  const [hasStreets, setHasStreets] = useState(false);
  if (hasFailed) return <MapMissing retry={() => setHasFailed(false)} />;
  const zoom = (more: number) => onView(zoomedBy(view, more, around), () => true);
  const drawn = (
    <Ground {...ground} onStreets={setHasStreets} onFailed={() => setHasFailed(true)} />
  );
  return (
    <>
      <div className="map">
        {slider ? (
          <PinSlider {...slider}>{drawn}</PinSlider>
        ) : (
          <div className="map-face">{drawn}</div>
        )}
        <div className="map-zooms">
          <button
            className="map-zoom"
            type="button"
            aria-label={messages.zoomIn}
            onClick={() => zoom(1)}
          >
            <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M12 5v14M5 12h14" />
            </svg>
          </button>
          <button
            className="map-zoom"
            type="button"
            aria-label={messages.zoomOut}
            onClick={() => zoom(-1)}
          >
            <svg className="shape" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M5 12h14" />
            </svg>
          </button>
        </div>
        <p className="map-makers" dir="ltr">
          {hasStreets ? streetMap?.attribution : messages.makers}
        </p>
      </div>
      {slider && streetMap?.offline && (
        <OfflineMaps streetMap={streetMap} maps={streetMap.offline} />
      )}
    </>
  );
}

function MapMissing({ retry }: { readonly retry: () => void }) {
  const { noMap, tryAgain } = useMessages('location', locationMessages);
  return (
    <div className="hint">
      <p>{noMap}</p>
      <button className="button-second" type="button" onClick={retry}>
        {tryAgain}
      </button>
    </div>
  );
}
