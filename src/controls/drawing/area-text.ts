import type { drawingMessages } from '../../messages/en/drawing.ts';

/** `850 m²`, `1.2 ha` or `3.4 km²`: three digits, as the map is no more precise. */
export function areaText(squareMetres: number, messages: typeof drawingMessages): string {
  if (squareMetres < 10_000) return messages.squareMetres(rounded(squareMetres));
  return squareMetres < 1e6
    ? messages.hectares(rounded(squareMetres / 10_000))
    : messages.squareKilometres(rounded(squareMetres / 1e6));
}

function rounded(it: number): number {
  return Number(it.toPrecision(3));
}
