import { formatNumber } from '../number-format.ts';

/** The location control and its map. */
export const locationMessages = {
  useMine: 'Use my location',
  finding: 'Finding where you are…',
  filledIn: 'Your location is filled in.',
  latitude: 'Latitude',
  longitude: 'Longitude',
  pinFor: (label: string) => `Pin for ${label}`,
  notPlaced: 'Not placed yet',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  help: (scale: string) =>
    `Tap the map to place the pin, or move it with the arrow keys: with Shift ten times as far, + and − to zoom. Lines lie ${scale} apart.`,
  /** Why the device cannot find its location. */
  unfound: {
    none: 'This browser cannot tell where you are. Enter the numbers instead.',
    refused:
      'This site may not ask where you are. Allow it in your browser’s settings, or enter the numbers.',
    unavailable:
      'Your device could not tell where you are. Try again under an open sky, or enter the numbers.',
    late: 'Finding where you are took too long. Try again, or enter the numbers.',
  },
  north: 'N',
  south: 'S',
  east: 'E',
  west: 'W',
  metres: (size: number) => `${formatNumber(size)} m`,
  kilometres: (size: number) => `${formatNumber(size)} km`,
  comma: ', ',
};
