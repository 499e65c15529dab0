import { useMemo } from 'react';
import type { Location } from '#core/fields/location.ts';
import {
  gridOf,
  latitudeText,
  longitudeText,
  locationText,
  scaleText,
  spotOf,
} from '../../../controls/location/map-geometry.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { locationMessages } from '../../../messages/en/location.ts';
import { formatNumber } from '../../../messages/number-format.ts';
import { useMessages } from '../../../messages/locale.ts';
import { ChartFigure } from './chart-figure.tsx';
import { clustersOn, isLocation, viewAround, type Cluster } from './location-clusters.ts';
import type { ResponseRow } from '../data/response-row.ts';

type Props = {
  readonly label: string;
  readonly name: string;
  readonly rows: readonly ResponseRow[];
};

/** Locations on an offline map: dots on a grid, larger where there are more. */
export function LocationChart({ label, name, rows }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const compass = useMessages('location', locationMessages);
  const locations = useMemo(
    () =>
      rows
        .map(({ response }) => (response.answers as Record<string, unknown>)[name])
        .filter(isLocation),
    [rows, name],
  );
  const view = useMemo(() => viewAround(locations), [locations]);
  const clusters = useMemo(() => clustersOn(view, locations), [view, locations]);
  const { meridians, parallels } = gridOf(view);
  const most = clusters[0]?.count ?? 1;
  return (
    <ChartFigure
      title={label}
      summary={messages.locations(locations.length, scaleText(view, compass))}
      head={[messages.around, messages.responses]}
      rows={clusters.map((it) => [locationText(rounded(it), compass), formatNumber(it.count)])}
    >
      <svg className="responses-map" direction="ltr" viewBox="0 0 400 200">
        {meridians.map(({ at, degrees }) => (
          <g key={at}>
            <line className="map-line" x1={400 * at} x2={400 * at} y1="0" y2="200" />
            <text className="map-label" x={400 * at + 4} y="194">
              {longitudeText(degrees, compass)}
            </text>
          </g>
        ))}
        {parallels.map(({ at, degrees }) => (
          <g key={at}>
            <line className="map-line" y1={200 * at} y2={200 * at} x1="0" x2="400" />
            <text className="map-label" x="4" y={200 * at - 4}>
              {latitudeText(degrees, compass)}
            </text>
          </g>
        ))}
        {clusters.map((it) => {
          const { x, y } = spotOf(view, it);
          return (
            <circle
              key={locationText(rounded(it), compass)}
              className="responses-dot"
              cx={400 * x}
              cy={200 * y}
              r={3 + 6 * Math.sqrt(it.count / most)}
            >
              <title>{`${locationText(rounded(it), compass)}: ${formatNumber(it.count)}`}</title>
            </circle>
          );
        })}
      </svg>
    </ChartFigure>
  );
}

/** To about ten metres. */
function rounded({ Latitude, Longitude }: Cluster): Location {
  return { Latitude: Number(Latitude.toFixed(4)), Longitude: Number(Longitude.toFixed(4)) };
}
