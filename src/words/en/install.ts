/** How to have the app among the others on this device. */
export const install = {
  heading: 'Have it at hand',
  why: 'As an app it opens from the home screen, with a network or without one.',
  install: 'Install Formstead',
  share: 'Press Share in Safari’s toolbar: a square with an arrow that points up.',
  addToHome: 'Choose “Add to Home Screen”.',
  add: 'Press “Add”.',
};
