/** Options that several of the forms share. */

export const yesNo = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;

export const yesNoUnsure = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['unsure', 'I do not know'],
] as const;

export const yesNoRefused = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['unsure', 'Does not know'],
  ['refused', 'Prefers not to answer'],
] as const;

export const goodPoor = [
  ['good', 'Good'],
  ['fair', 'Fair'],
  ['poor', 'Poor'],
  ['none', 'There is none'],
] as const;

export const howOften = [
  ['never', 'Never'],
  ['seldom', 'Once or twice'],
  ['often', 'Three to ten times'],
  ['always', 'More often'],
] as const;
