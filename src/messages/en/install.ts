/** How to install the app on this device. */
export const install = {
  heading: 'Install this app',
  why: 'As an app it opens from the home screen, with a network or without one.',
  install: 'Install Formstead',
  share: 'Press Share in Safari’s toolbar: a square with an arrow that points up.',
  addToHome: 'Choose “Add to Home Screen”.',
  add: 'Press “Add”.',
};
