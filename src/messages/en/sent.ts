import type { ShownStatus } from '../../outbox/changes/shown-status.ts';
import type { ChangeKind } from '../../outbox/changes/queued-change.ts';

/** After sending: on its way, delivered, or rejected. */
export const sent = {
  statuses: {
    saved: 'Saved on this device',
    sending: 'Sending…',
    aside: 'Not delivered yet: the server could not take it',
    'sign-in': 'Saved on this device, until you sign in',
    attention: 'Needs your attention',
    delivered: 'Delivered',
  } satisfies { readonly [Is in ShownStatus]: string },
  changeKinds: {
    submit: 'New entry',
    revise: 'Change to an entry',
    withdraw: 'Withdrawal of an entry',
    restore: 'Return of a withdrawn entry',
    erase: 'Deletion of an entry, for ever',
  } satisfies { readonly [Kind in ChangeKind]: string },

  saved: 'Saved on this device',
  savedTitle: (form: string) => `Saved: ${form}`,
  another: 'Fill in another',
  outbox: 'Outbox',
  noConnection: 'There is no connection to the server',
  sentLater: 'It is sent as soon as there is one, at the latest when you next open the app.',
  triedLater:
    'It stays on this device and is tried again by itself. Everything else is sent meanwhile.',
  tryNow: 'Try now',
  signInToSend: 'Sign in to send it',
  anybodyHere: 'Until then, anyone who uses this device can see it.',

  notSentYet: 'Not sent yet',
  filledBefore: 'This was filled in on this device before you signed in',
  isItYours: (email: string) =>
    `Check the answers. Send them as ${email} only if they are yours; otherwise leave them here.`,
  sendAs: (email: string) => `Send as ${email}`,
  leaveForNow: 'Leave it for now',
  notClaimed: 'This device could not save it under your name. It is still here: try again.',

  delivered: 'Delivered',
  deliveredTitle: (form: string) => `Delivered: ${form}`,
  confirmation: 'Confirmation',
  mailTo: (address: string) => `We send it to ${address}`,
  sendAnother: 'Send another',
  changed: 'Your change is saved',
  changedTitle: (form: string) => `Changed: ${form}`,
  changedAt: 'Changed',
  seeEntry: 'See the entry',
  myEntries: 'My entries',
  yes: 'Yes',
  no: 'No',
  comma: ', ',

  /** Explanations of the API's problems, by code. */
  reasons: {
    invalid: 'Correct the answers listed here, and it is sent.',
    gone: 'That was here or on another device. Your answers can go as a new entry.',
    not_found: 'It was erased, here or on another device.',
    idempotency_key_reused:
      'This entry was delivered before, with other answers. Those stay as they are.',
    form_version_unknown: 'The server is older than this app. It will catch up: try again later.',
  } as { readonly [code: string]: string },
  /**
   * Titles of the API's problems by code, and its issues by their English text. A missing one is shown
   * as the API words it.
   */
  problems: {} as { readonly [code: string]: string },
  issues: {} as { readonly [message: string]: string },
  nothingLost: 'Nothing is lost: it stays here until you decide.',
  edit: 'Edit',
  sendAsNew: 'Send as a new entry',
  tryAgain: 'Try again',
  download: 'Download',
  discard: 'Discard',

  attentionTitle: (form: string) => `Needs your attention: ${form}`,
  changedElsewhere: 'This entry was changed elsewhere',
  choose:
    'You and the other change gave different answers to the same question. Choose which to keep.',
  nothingToChoose: 'Both changes fit together. Save to keep them.',
  yours: 'Your answer',
  theirs: 'Changed elsewhere',
  chooseOne: 'Choose one of the two answers',
  alsoChanged: 'Also changed elsewhere, and kept',
  nothing: '(no answer)',
  removedQuestion: (name: string) => `${name} (no longer asked)`,
  save: 'Save',
  discardYours: 'Discard my change',
};
