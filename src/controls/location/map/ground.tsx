import { use, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Location } from '#core/fields/location.ts';
import { locationMessages } from '../../../messages/en/location.ts';
import { LocaleContext, useMessages } from '../../../messages/locale.ts';
import type { MapView } from './map-view.ts';
import { openGround, type Ground as Opened, type OnGround, type Trace } from './open-ground.ts';
import './map.css';

export type GroundProps = {
  readonly view: MapView;
  readonly onView: (view: MapView, isOnMap: (location: Location) => boolean) => void;
  readonly onTap?: (location: Location) => void;
  readonly onStreets: (areShown: boolean) => void;
  readonly onFailed: () => void;
  /** Kept on the map while it changes. */
  readonly kept?: Location | undefined;
  readonly on: readonly OnGround[];
  /** A line or an area, below what lies on the map. */
  readonly trace?: Trace;
};

/** A map to look at. Hidden from screen readers, which are told the same around it. */
export default function Ground({ view, kept, on, trace, ...events }: GroundProps) {
  const { language } = use(LocaleContext);
  const { gestures } = useMessages('location', locationMessages);
  const container = useRef<HTMLDivElement>(null);
  const [ground, setGround] = useState<Opened>();
  const onView = useEffectEvent(events.onView);
  const onTap = useEffectEvent((location: Location) => events.onTap?.(location));
  const onStreets = useEffectEvent(events.onStreets);
  const onFailed = useEffectEvent(events.onFailed);
  const open = useEffectEvent((element: HTMLElement, names: string) =>
    openGround({
      container: element,
      language: names,
      view,
      texts: {
        'CooperativeGesturesHandler.WindowsHelpText': gestures.zoomKey,
        'CooperativeGesturesHandler.MacHelpText': gestures.macZoomKey,
        'CooperativeGesturesHandler.MobileHelpText': gestures.twoFingers,
      },
      onView,
      onTap,
      onStreets,
      onFailed,
    }),
  );
  useEffect(() => {
    if (!container.current) return undefined;
    try {
      const opened = open(container.current, language);
      setGround(opened);
      return opened.close;
    } catch {
      onFailed();
      return undefined;
    }
  }, [language]);
  useEffect(() => ground?.show(view), [ground, view]);
  useEffect(() => (kept ? ground?.reveal(kept) : undefined), [ground, kept]);
  useEffect(() => ground?.put(on), [ground, on]);
  useEffect(() => (trace ? ground?.draw(trace) : undefined), [ground, trace]);
  return <div className="map-ground" ref={container} dir="ltr" aria-hidden="true" />;
}
