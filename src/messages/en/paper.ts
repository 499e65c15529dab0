import { formatNumber } from '../number-format.ts';

/** Entries on paper. */
export const paperMessages = {
  title: (form: string) => `Print: ${form}`,
  about: 'Choose a printer in the next window, or “Save as PDF”. Each entry begins on a new sheet.',
  language: 'Language on paper',
  languageNotLoaded: 'This language could not be loaded',
  tryAgain: 'Try again',
  print: 'Print',
  waitingForPictures: 'Waiting for the pictures…',
  back: 'Back',
  entries: (count: number) => (count === 1 ? '1 entry' : `${formatNumber(count)} entries`),
  /** Of more than are printed at once. */
  entriesOf: (first: number, last: number, most: number) =>
    `Entries ${formatNumber(first)} to ${formatNumber(last)}. At most ${formatNumber(most)} are printed at a time.`,
  next: (most: number) => `Next ${formatNumber(most)}`,
  previous: (most: number) => `Previous ${formatNumber(most)}`,
  loading: (count: number) => `Loading: ${formatNumber(count)} so far`,
  nothing: 'There is nothing to print.',
  choiceLost:
    'Which responses were chosen is no longer known. Go back to the table, and choose them again.',
  /** On paper. */
  incomplete: 'Incomplete: not all entries had been loaded when this was printed.',
  question: 'Question',
  reference: 'Reference',
};
