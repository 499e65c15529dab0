import type { Location } from '#core/fields/location.ts';
import type { locationMessages } from '../../../messages/en/location.ts';
import { formatNumber } from '../../../messages/number-format.ts';

type LocationMessages = typeof locationMessages;

/** `47.6° N, 122.3° W` */
export function locationText(
  { Latitude, Longitude }: Location,
  messages: LocationMessages,
): string {
  const { north, south, east, west, comma } = messages;
  return degreesText(Latitude, north, south) + comma + degreesText(Longitude, east, west);
}

/** `20 m`, or `4.5 km` */
export function distanceText(metres: number, messages: LocationMessages): string {
  return metres < 1000 ? messages.metres(metres) : messages.kilometres(metres / 1000);
}

function degreesText(degrees: number, above: string, below: string): string {
  const size = Number(Math.abs(degrees).toFixed(6));
  const number = `${formatNumber(size)}°`;
  return size === 0 ? number : `${number} ${degrees > 0 ? above : below}`;
}
