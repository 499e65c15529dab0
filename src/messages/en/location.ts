import { formatNumber } from '../number-format.ts';

/** The location control and its map. */
export const locationMessages = {
  useMine: 'Use my location',
  finding: 'Finding your location…',
  /** @param accuracy a distance */
  filledIn: (accuracy: string) => `Your location has been filled in, accurate to ${accuracy}.`,
  waiting: (accuracy: string, wanted: string) =>
    `Accurate to ${accuracy} so far. Waiting for ${wanted}…`,
  stopWaiting: 'Use it as it is',
  latitude: 'Latitude',
  longitude: 'Longitude',
  pinFor: (label: string) => `Pin for ${label}`,
  notPlaced: 'No pin yet',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  /** @param step a distance */
  help: (step: string) =>
    `Tap to place the pin. Arrow keys move it by ${step}; hold Shift for bigger steps. Press + or − to zoom.`,
  /** Of the data of the map. */
  makers: 'Natural Earth',
  /** Instead of the map. */
  noWebGl: 'This browser cannot draw the map.',
  noMap: 'The map could not be loaded.',
  tryAgain: 'Try again',
  gestures: {
    zoomKey: 'Hold Ctrl while scrolling to zoom the map',
    macZoomKey: 'Hold ⌘ while scrolling to zoom the map',
    twoFingers: 'Use two fingers to move the map',
  },
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
