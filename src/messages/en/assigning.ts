/** Who is to work on a response. */
export const assigningMessages = {
  assigned: 'Assigned to',
  choose: 'Assign to',
  nobody: 'Nobody',
  me: (address: string) => `${address} (you)`,
  noLonger: (address: string) => `${address} (no longer a member)`,
  assign: 'Assign',
  saved: 'Saved on this device, and sent as soon as possible.',
  notSaved: 'That did not work. Nothing was changed.',
  waiting: 'Saved on this device, not sent yet',
  refused: 'The server did not accept it.',
  seeOutbox: 'See the outbox',
  by: (who: string, at: string) => `By ${who}, ${at}.`,
  you: 'you',
  /** @param yours who it was assigned to by whoever reads this, and by somebody else after that; undefined for nobody */
  reassigned: (yours: string | undefined, who: string, now: string | undefined) =>
    `You had assigned it to ${yours ?? 'nobody'}. ${who} assigned it to ${now ?? 'nobody'} after that.`,
  onlyMembers: 'Only owners and reviewers of this form who may see this response are listed.',
  giveRoles: 'Give somebody a role',
};
