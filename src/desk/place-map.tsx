import { useMemo } from 'react';
import type { Location } from '#core/fields/location.ts';
import {
  gridOf,
  latitudeInWords,
  longitudeInWords,
  placeInWords,
  scaleInWords,
  spotOf,
} from '../controls/map-view.ts';
import { desk } from '../words/en/desk.ts';
import { place } from '../words/en/place.ts';
import { numberInWords } from '../words/formats.ts';
import { useWords } from '../words/speech.ts';
import { Chart } from './chart.tsx';
import { clustersOn, isPlace, viewAround, type Cluster } from './places.ts';
import type { Row } from './row.ts';

type Props = { readonly label: string; readonly name: string; readonly rows: readonly Row[] };

/** Where they are, on a map without a network: dots on a grid, larger where there are more. */
export function PlaceMap({ label, name, rows }: Props) {
  const words = useWords('desk', desk);
  const compass = useWords('place', place);
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
      inShort={words.places(places.length, scaleInWords(view, compass))}
      head={[words.around, words.responses]}
      rows={clusters.map((it) => [placeInWords(rounded(it), compass), numberInWords(it.count)])}
    >
      <svg className="desk-map" direction="ltr" viewBox="0 0 400 200">
        {meridians.map(({ at, degrees }) => (
          <g key={at}>
            <line className="map-line" x1={400 * at} x2={400 * at} y1="0" y2="200" />
            <text className="map-words" x={400 * at + 4} y="194">
              {longitudeInWords(degrees, compass)}
            </text>
          </g>
        ))}
        {parallels.map(({ at, degrees }) => (
          <g key={at}>
            <line className="map-line" y1={200 * at} y2={200 * at} x1="0" x2="400" />
            <text className="map-words" x="4" y={200 * at - 4}>
              {latitudeInWords(degrees, compass)}
            </text>
          </g>
        ))}
        {clusters.map((it) => {
          const { x, y } = spotOf(view, it);
          return (
            <circle
              key={placeInWords(rounded(it), compass)}
              className="desk-dot"
              cx={400 * x}
              cy={200 * y}
              r={3 + 6 * Math.sqrt(it.count / most)}
            >
              <title>{`${placeInWords(rounded(it), compass)}: ${numberInWords(it.count)}`}</title>
            </circle>
          );
        })}
      </svg>
    </Chart>
  );
}

/** To some ten metres. */
function rounded({ Latitude, Longitude }: Cluster): Location {
  return { Latitude: Number(Latitude.toFixed(4)), Longitude: Number(Longitude.toFixed(4)) };
}
