/** The browser's offer to install the app. It may come before any page can use it. */
export const installOffer: { offer?: Event | undefined } = {};

window.addEventListener('beforeinstallprompt', (event) => {
  // Otherwise Android shows a bar of its own over the form.
  event.preventDefault();
  installOffer.offer = event;
});
