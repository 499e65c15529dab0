/** For whoever fills in a form with a personal link. */
export const invitedMessages = {
  fromLink: 'From your personal link. You cannot change it here.',
  needsLink: 'You need a personal link',
  openLink: 'This form is only for those who were invited. Open the link that you received.',
  incomplete: 'This link is not complete',
  openWhole:
    'Part of it may be missing. Open it again just as you received it, or ask whoever sent it for a new one.',
  expired: 'This link has expired',
  askForNew:
    'Ask whoever sent it to you for a new one. What you have sent with it can no longer be seen, changed or erased with it: ask them for that as well.',
  revoked: 'This link was revoked',
  askWhy:
    'Whoever sent it to you has revoked it, so nothing can be sent with it. Ask them if you think that this is a mistake. What you have typed stays on this device.',
  invalid: 'This link is not valid',
};
