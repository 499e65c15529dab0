import { brand } from '#brand/brand.ts';

/** How to install the app on this device. */
export const install = {
  heading: 'Install this app',
  why: 'Open it from your home screen, even offline.',
  install: `Install ${brand.name}`,
  share: 'Tap Share in Safari’s toolbar: the square with an arrow pointing up.',
  addToHome: 'Choose “Add to Home Screen”.',
  add: 'Tap “Add”.',
};
