/** Who may do what with a form's responses, for its owners. */
export const membersMessages = {
  heading: 'Who may do what',
  about:
    'Give people a role in this form by the email address of their account. It works as soon as they sign in with it, and ends as soon as you take it away.',
  rights: {
    reader: 'reads the responses, their files and the charts, and exports them.',
    reviewer: 'may also approve, reject and send back.',
    owner: 'may also invite people, release what is on hold, and give roles.',
  },
  roles: { reader: 'Reader', reviewer: 'Reviewer', owner: 'Owner' },
  people: 'People with a role',
  nobodyYet: 'Nobody has a role in this form yet, besides the owners of all forms.',
  notLoaded: 'Could not load who has a role.',
  tryAgain: 'Try again',
  emailOfAccount: 'Email address of their account',
  role: 'Role',
  roleOf: (email: string) => `Role of ${email}`,
  sees: 'Sees',
  all: 'All responses',
  onlyBy: (question: string) => `Only some, by: ${question}`,
  onlyWith: (question: string) => `Only with these answers: ${question}`,
  chooseOne: 'Choose at least one answer.',
  remove: (email: string) => `Remove ${email}`,
  give: 'Give a role',
  noAddress: 'Enter an email address, such as ada@example.com',
  given: (email: string, address: string) =>
    `${email} can now sign in and open ${address}. No mail was sent: give them this address.`,
  changed: (email: string, role: string) => `${email} is now: ${role}.`,
  removed: (email: string) => `${email} has no role any more.`,
  undo: 'Undo',
  notChanged: 'This did not work. Check your network and the address, and try again.',
  tooMany: '200 people have a role in this form. Take one away first.',
};
