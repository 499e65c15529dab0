import { useCallback, useMemo, useState } from 'react';
import type { Location } from '#core/fields/location.ts';
import { fitsControl } from '#core/form/fits-control.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { locationMessages } from '../../messages/en/location.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import type { ChartProps } from '../chart.ts';
import { clustersAt, type Cluster } from './map/clusters.ts';
import { hasWebGl } from './map/has-web-gl.ts';
import { locationText } from './map/location-text.ts';
import { MapFrame } from './map/map-frame.tsx';
import { viewAround, zoomNearby, zoomedBy, type MapView } from './map/map-view.ts';
import { clusterMark } from './map/on-ground.ts';

/** Of those on the map: no more marks have space beside each other, and nobody reads a longer list. */
const most = 200;

type Seen = { readonly view: MapView; readonly isOnMap: (location: Location) => boolean };

/** Locations on a map, those close to each other as one circle, and a list of what the map shows. */
export function LocationsChart({ label, control, answers }: ChartProps) {
  const messages = useMessages('responses', responsesMessages);
  const compass = useMessages('location', locationMessages);
  const [canDraw] = useState(hasWebGl);
  const locations = useMemo(
    // An answer to an earlier version of the form may have another shape.
    () => answers.filter((it): it is Location => fitsControl(control, it)),
    [answers, control],
  );
  const around = useMemo(() => viewAround(locations, zoomNearby), [locations]);
  // Other answers, by a filter, are shown as a whole again.
  const [seen, setSeen] = useState<Seen & { readonly of: readonly Location[] }>();
  const { view, isOnMap } = seen?.of === locations ? seen : { view: around, isOnMap: isAnywhere };
  const show = useCallback(
    (next: MapView, isOn: Seen['isOnMap']) => setSeen({ view: next, isOnMap: isOn, of: locations }),
    [locations],
  );
  const clusters = useMemo(() => clustersAt(view.zoom, locations), [view.zoom, locations]);
  const zoomIn = useCallback(
    (cluster: Cluster) => show(zoomedBy(view, 2, cluster), isAnywhere),
    [show, view],
  );
  const shown = useMemo(() => clusters.filter(isOnMap).slice(0, most), [clusters, isOnMap]);
  const on = useMemo(() => {
    const largest = clusters[0]?.count ?? 1;
    return shown.map((it) =>
      clusterMark(it, { largest, text: formatNumber(it.count), onClick: () => zoomIn(it) }),
    );
  }, [clusters, shown, zoomIn]);
  return (
    <ChartFigure
      title={label}
      summary={messages.locations(locations.length, canDraw)}
      head={[messages.around, messages.responses]}
      rows={shown.map((it) => [locationText(rounded(it), compass), formatNumber(it.count)])}
      onRow={(i) => shown[i] && zoomIn(shown[i])}
      control={locations.length > 0 && canDraw && <MapFrame view={view} on={on} onView={show} />}
    />
  );
}

/** Until the map says what is on it. */
const isAnywhere = () => true;

/** To about ten metres. */
function rounded({ Latitude, Longitude }: Cluster): Location {
  return { Latitude: Number(Latitude.toFixed(4)), Longitude: Number(Longitude.toFixed(4)) };
}
