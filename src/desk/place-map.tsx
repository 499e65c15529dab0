import { useMemo } from 'react';
import {
  gridOf,
  latitudeInWords,
  longitudeInWords,
  scaleInWords,
  spotOf,
} from '../controls/map-view.ts';
import { Chart } from './chart.tsx';
import { numberInWords } from './in-words.ts';
import { clustersOn, isPlace, viewAround, type Cluster } from './places.ts';
import type { Row } from './row.ts';

type Props = { readonly label: string; readonly name: string; readonly rows: readonly Row[] };

/** Where they are, on a map without a network: dots on a grid, larger where there are more. */
export function PlaceMap({ label, name, rows }: Props) {
  const places = useMemo(
    () =>
      rows
        .map(({ response }) => (response.answers as Record<string, unknown>)[name])
        .filter(isPlace),
    [rows, name],
  );
  const view = useMemo(() => viewAround(places), [places]);
  const clusters = useMemo(() => clustersOn(view, places), [view, places]);
  const { meridians, parallels } = gridOf(view);
  const most = clusters[0]?.count ?? 1;
  return (
    <Chart
      title={label}
      inShort={`Places loaded so far: ${numberInWords(places.length)}. Lines lie ${scaleInWords(view)} apart from south to north.`}
      head={['Around', 'Responses']}
      rows={clusters.map((it) => [placeInWords(it), numberInWords(it.count)])}
    >
      <svg className="desk-map" viewBox="0 0 400 200">
        {meridians.map(({ at, degrees }) => (
          <g key={at}>
            <line className="map-line" x1={400 * at} x2={400 * at} y1="0" y2="200" />
            <text className="map-words" x={400 * at + 4} y="194">
              {longitudeInWords(degrees)}
            </text>
          </g>
        ))}
        {parallels.map(({ at, degrees }) => (
          <g key={at}>
            <line className="map-line" y1={200 * at} y2={200 * at} x1="0" x2="400" />
            <text className="map-words" x="4" y={200 * at - 4}>
              {latitudeInWords(degrees)}
            </text>
          </g>
        ))}
        {clusters.map((it) => {
          const { x, y } = spotOf(view, it);
          return (
            <circle
              key={placeInWords(it)}
              className="desk-dot"
              cx={400 * x}
              cy={200 * y}
              r={3 + 6 * Math.sqrt(it.count / most)}
            >
              <title>{`${placeInWords(it)}: ${numberInWords(it.count)}`}</title>
            </circle>
          );
        })}
      </svg>
    </Chart>
  );
}

function placeInWords({ Latitude, Longitude }: Cluster): string {
  return `${latitudeInWords(rounded(Latitude))}, ${longitudeInWords(rounded(Longitude))}`;
}

/** To some ten metres. */
function rounded(degrees: number): number {
  return Number(degrees.toFixed(4));
}
