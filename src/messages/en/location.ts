import { formatNumber } from '../number-format.ts';

/** The location control and its map. */
export const locationMessages = {
  useMine: 'Use my location',
  finding: 'Finding your location…',
  filledIn: 'Your location has been filled in.',
  latitude: 'Latitude',
  longitude: 'Longitude',
  pinFor: (label: string) => `Pin for ${label}`,
  notPlaced: 'No pin yet',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  help: (scale: string) =>
    `Tap to place the pin. Arrow keys move it; hold Shift for bigger steps. Press + or − to zoom. Grid: ${scale}.`,
  /** Why the device cannot find its location. */
  unfound: {
    none: 'This browser cannot find your location. Enter the coordinates instead.',
    refused:
      'This app is not allowed to use your location. Allow it in your browser’s settings, or enter the coordinates.',
    unavailable:
      'Your device could not find your location. Try again outdoors, or enter the coordinates.',
    late: 'Finding your location took too long. Try again, or enter the coordinates.',
  },
  north: 'N',
  south: 'S',
  east: 'E',
  west: 'W',
  metres: (size: number) => `${formatNumber(size)} m`,
  kilometres: (size: number) => `${formatNumber(size)} km`,
  comma: ', ',
};
