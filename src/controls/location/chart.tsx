import { useMemo } from 'react';
import type { Location } from '#core/fields/location.ts';
import { fitsControl } from '#core/form/fits-control.ts';
import {
  gridOf,
  latitudeText,
  longitudeText,
  locationText,
  scaleText,
  spotOf,
} from './map-geometry.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { locationMessages } from '../../messages/en/location.ts';
import { formatNumber } from '../../messages/number-format.ts';
import { useMessages } from '../../messages/locale.ts';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import type { ChartProps } from '../chart.ts';
import { clustersOn, viewAround, type Cluster } from './location-clusters.ts';
import './map-lines.css';
import './chart.css';

/** Locations on an offline map: dots on a grid, larger where there are more. */
export function LocationsChart({ label, control, answers }: ChartProps) {
  const messages = useMessages('responses', responsesMessages);
  const compass = useMessages('location', locationMessages);
  const locations = useMemo(
    // An answer to an earlier version of the form may have another shape.
    () => answers.filter((it): it is Location => fitsControl(control, it)),
    [answers, control],
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
      <svg className="location-chart" direction="ltr" viewBox="0 0 400 200">
        {meridians.map(({ at, degrees }) => (
          <g key={at}>
            <line className="map-line" x1={400 * at} x2={400 * at} y1="0" y2="200" />
            {/* On the side of its line where there is space for it. */}
            <text
              className="map-label"
              x={400 * at + (at > 0.85 ? -4 : 4)}
              y="194"
              textAnchor={at > 0.85 ? 'end' : 'start'}
            >
              {longitudeText(degrees, compass)}
            </text>
          </g>
        ))}
        {parallels.map(({ at, degrees }) => (
          <g key={at}>
            <line className="map-line" y1={200 * at} y2={200 * at} x1="0" x2="400" />
            <text className="map-label" x="4" y={200 * at + (at < 0.1 ? 13 : -4)}>
              {latitudeText(degrees, compass)}
            </text>
          </g>
        ))}
        {clusters.map((it) => {
          const { x, y } = spotOf(view, it);
          return (
            <circle
              key={locationText(rounded(it), compass)}
              className="location-dot"
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
