/** When a form can be filled in. */
export const limitsMessages = {
  opensOn: (time: string) => `Opens on ${time}`,
  closedOn: (time: string) => `Closed on ${time}`,
  comeBack: 'You can fill in this form from then on.',
  noMore: 'This form accepts no more answers.',
  draftIsKept: 'What you have filled in so far is kept on this device.',
  myEntries: 'My entries',
};
