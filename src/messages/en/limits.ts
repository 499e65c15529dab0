/** When a form can be filled in. */
export const limitsMessages = {
  opensOn: (time: string) => `Opens on ${time}`,
  closedOn: (time: string) => `Closed on ${time}`,
  comeBack: 'You can fill in this form from then on.',
  noMore: 'This form accepts no more answers.',
  draftIsKept: 'What you have filled in so far is kept on this device.',
  myEntries: 'My entries',
  left: (left: string, max: string) => `${left} of ${max} left`,
  full: 'Full',
  /** An option, and how many seats it has left. */
  withSeats: (label: string, note: string) => `${label} – ${note}`,
  entriesLeft: (left: string, max: string) => `${left} of ${max} entries left.`,
  isFull: (max: string) =>
    `This form is full: all ${max} entries have been sent. It accepts another if somebody withdraws theirs.`,
  noMoreOfYours: 'You have sent as many entries as this form accepts from one person.',
  seats: 'Seats',
  entriesTaken: 'Entries',
  taken: (taken: string, max: string) => `${taken} of ${max}`,
  takenFull: (taken: string, max: string) => `${taken} of ${max} · full`,
  aboutSeats: 'Withdrawn entries and those on hold take no seat.',
  notRead: 'How many seats are taken could not be loaded.',
  nowFull: (labels: string) => `Full: ${labels}`,
};
