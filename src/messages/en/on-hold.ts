import { formatNumber } from '../number-format.ts';

/** What was sent without an account and looks like an attack, for the form's owners. */
export const onHoldMessages = {
  onHold: (count: string) => `On hold (${count})`,
  atLeast: (count: number) => `${formatNumber(count)}+`,
  about:
    'Sent without an account, and unusual: perhaps a program and not a person. These entries are in no count, chart or export until you release them. Nobody is told.',
  reasons: {
    'device-rate': 'One device sent many in this hour',
    'range-rate': 'One network sent many in this hour',
    'form-rate': 'The form received many in this hour',
    'too-fast': 'Filled in within a second',
    honeypot: 'A field that nobody sees was filled in',
    puzzle: 'Not sent by this app as usual',
  },
  release: 'Release',
  erase: 'Erase',
  releaseAll: 'Release all',
  eraseAll: 'Erase all',
  eraseForGood: 'Erase for good',
  keep: 'Keep',
  working: 'Working…',
  notDone: 'That did not work. Nothing else was changed.',
  full: (count: string) => `The form is full. Still on hold: ${count}`,
  notLoaded: 'Entries on hold could not be loaded.',
};
