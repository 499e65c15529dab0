import type { drawingMessages } from '../../messages/en/drawing.ts';

/** `850 m²`, `1.2 ha` or `3.4 km²`: three digits. */
export function areaText(squareMetres: number, messages: typeof drawingMessages): string {
  if (squareMetres < 10_000) return messages.squareMetres(threeDigits(squareMetres));
  return squareMetres < 1e6
    ? messages.hectares(threeDigits(squareMetres / 10_000))
    : messages.squareKilometres(threeDigits(squareMetres / 1e6));
}

/** As precise as the map is. */
export function threeDigits(it: number): number {
  return Number(it.toPrecision(3));
}
