/** The browser's offer to install the app, which may come before any page could make use of it. */
export const early: { offer?: Event | undefined } = {};

window.addEventListener('beforeinstallprompt', (event) => {
  // Or Android shows a bar of its own over the form.
  event.preventDefault();
  early.offer = event;
});
