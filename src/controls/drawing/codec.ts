import type { ControlNamed, ControlValue } from '#core/form/field.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { Position } from '#core/values/on-earth.ts';
import type { Codec } from '../codec.ts';

/** Points as texts, `longitude latitude`, which a draft can store; an area without the one that closes it. */
export const drawingCodec: Codec<ControlNamed<'drawing'>> = {
  toAnswer(controlValue, { isArea }) {
    const points = pointsValue(controlValue);
    const [first] = points;
    if (!first) return undefined;
    return isArea
      ? { type: 'Polygon', coordinates: [[...points, first]] }
      : { type: 'LineString', coordinates: points };
  },
  fromAnswer(answer, { isArea }) {
    const coordinates: unknown = isRecord(answer) ? answer['coordinates'] : undefined;
    const list: unknown = isArea && Array.isArray(coordinates) ? coordinates[0] : coordinates;
    const points = Array.isArray(list) ? list.filter(Array.isArray).map((it) => it.join(' ')) : [];
    return isArea ? points.slice(0, -1) : points;
  },
};

export function pointText([longitude, latitude]: Position): string {
  return `${longitude} ${latitude}`;
}

/** The points of a control. A draft may be older than the form and have a value of another type: it is ignored. */
export function pointsValue(controlValue: ControlValue | undefined): readonly Position[] {
  const list: readonly unknown[] = Array.isArray(controlValue) ? controlValue : [];
  return list.flatMap((it) => {
    const [longitude, latitude] = typeof it === 'string' ? it.split(' ').map(Number) : [];
    const isPoint = Number.isFinite(longitude) && Number.isFinite(latitude);
    return isPoint ? [[longitude, latitude] as Position] : [];
  });
}
