import type { Form } from '#core/form/define-form.ts';
import { isRecord } from '#core/values/is-record.ts';
import { answersAt, chartedQuestions } from '../charts/charted-questions.ts';
import { currentResponse } from '../data/current-response.ts';
import type { FileCell } from './file-cell.ts';
import type { ColumnTexts } from './file-columns.ts';
import type { ChosenColumns } from '../columns/chosen-columns.ts';
import type { FileWriter } from './file-writer.ts';
import { responseTable } from './response-table.ts';

type Position = readonly number[];

/** https://www.rfc-editor.org/rfc/rfc7946#section-3.1 */
type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] };

/**
 * For maps: a feature for each location, line and area (RFC 7946), with the answers of its response. None of other
 * responses. Instants are in UTC, as in all JSON.
 */
export function geoJsonWriter(form: Form, chosen?: ChosenColumns): FileWriter {
  const table = responseTable(form, { chosen });
  const questions = mappedQuestions(form);
  let before = '';
  return {
    ending: 'geojson',
    mediaType: 'application/geo+json',
    add(response) {
      const current = currentResponse(form, response);
      const row = table.row(current);
      const columns = [{ label: 'Question' }, ...table.columns()];
      const { answers } = current.response;
      const features: string[] = [];
      for (const { path, label } of questions)
        for (const answer of answersAt(answers, path)) {
          const geometry = geometryOf(answer);
          if (geometry)
            features.push(
              JSON.stringify({
                type: 'Feature',
                geometry,
                properties: propertiesOf(columns, [label, ...row]),
              }),
            );
        }
      if (features.length === 0) return '';
      const text = `${before}${features.join(',\n')}`;
      before = ',\n';
      return text;
    },
    parts: (added) => ['{"type":"FeatureCollection","features":[\n', ...added, '\n]}\n'],
  };
}

/** The questions of a form whose answers are on a map, also inside repeats. */
export function mappedQuestions(form: Form) {
  return chartedQuestions(form).filter(({ field }) => geometryOf(field.example) !== undefined);
}

/** By its shape, as earlier versions of the form may have asked for something else. */
function geometryOf(answer: unknown): Geometry | undefined {
  if (!isRecord(answer)) return undefined;
  const { Latitude, Longitude, Altitude, type, coordinates } = answer;
  if (typeof Latitude === 'number' && typeof Longitude === 'number') {
    const height = typeof Altitude === 'number' ? [Altitude] : [];
    return { type: 'Point', coordinates: [Longitude, Latitude, ...height] };
  }
  if (type === 'LineString') return { type, coordinates: coordinates as readonly Position[] };
  if (type !== 'Polygon') return undefined;
  return { type, coordinates: (coordinates as readonly (readonly Position[])[]).map(againstClock) };
}

/** Programs take a ring with the clock for all of the Earth but the area: RFC 7946, 3.1.6. */
function againstClock(ring: readonly Position[]): readonly Position[] {
  const twice = ring.reduce((sum, [east = 0, north = 0], at) => {
    const [west = 0, south = 0] = ring[at - 1] ?? [east, north];
    return sum + (east - west) * (north + south);
  }, 0);
  return twice > 0 ? ring.toReversed() : ring;
}

/** Two columns of the same label are told apart by a number. What was not asked is `null`. */
function propertiesOf(
  columns: readonly ColumnTexts[],
  row: readonly FileCell[],
): Readonly<Record<string, string | number | null>> {
  const properties = new Map<string, string | number | null>();
  for (const [i, cell] of row.entries()) {
    const label = columns[i]?.label ?? '';
    let key = label;
    for (let n = 2; properties.has(key); n++) key = `${label} (${n})`;
    properties.set(key, valueOf(cell));
  }
  return Object.fromEntries(properties);
}

function valueOf(cell: FileCell): string | number | null {
  if (typeof cell !== 'object') return cell;
  return 'moment' in cell ? cell.moment : null;
}
