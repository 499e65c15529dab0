/** The control of a barcode, and its camera. */
export const barcodeMessages = {
  scan: 'Scan with the camera',
  pointAt: 'Point the camera at the code',
  starting: 'Starting the camera…',
  looking: 'Looking for a code…',
  filledIn: 'The code has been filled in.',
  stop: 'Cancel',
  /** Why no code can be read. */
  failed: {
    none: 'No camera was found. Enter the code instead.',
    refused:
      'This app is not allowed to use your camera. Allow it in your browser’s settings, or enter the code.',
    busy: 'Another app is using the camera. Close it and try again, or enter the code.',
    unloaded:
      'The code reader could not be loaded. Check your connection and try again, or enter the code.',
  },
};
