import type { ShownStatus } from '../../outbox/changes/shown-status.ts';
import type { OwnKind } from '../../outbox/changes/queued-change.ts';

/** After sending: on its way, delivered, or rejected. */
export const sent = {
  statuses: {
    saved: 'Saved on this device',
    sending: 'Sending…',
    aside: 'Not sent yet: the server could not accept it',
    'sign-in': 'Saved on this device until you sign in',
    attention: 'Needs your attention',
    delivered: 'Sent',
  } satisfies { readonly [Is in ShownStatus]: string },
  changeKinds: {
    submit: 'New entry',
    revise: 'Edited entry',
    withdraw: 'Entry to withdraw',
    restore: 'Entry to restore',
    erase: 'Entry to erase permanently',
  } satisfies { readonly [Kind in OwnKind]: string },

  saved: 'Saved on this device',
  savedTitle: (form: string) => `Saved: ${form}`,
  another: 'Fill in another',
  outbox: 'Outbox',
  noConnection: 'Cannot reach the server',
  sentLater: 'We will send it when you are back online, or the next time you open the app.',
  triedLater:
    'It stays on this device, and the app keeps trying to send it. Your other entries are sent in the meantime.',
  tryNow: 'Try now',
  signInToSend: 'Sign in to send it',
  anybodyHere: 'Until then, anyone who uses this device can see it.',

  notSentYet: 'Not sent yet',
  filledBefore: 'This was filled in on this device before you signed in',
  isItYours: (email: string) =>
    `Check the answers. Send them as ${email} only if they are yours. Otherwise, leave them here.`,
  sendAs: (email: string) => `Send as ${email}`,
  leaveForNow: 'Not now',
  notClaimed:
    'This entry could not be saved under your name. It is still on this device. Try again.',

  delivered: 'Sent',
  deliveredTitle: (form: string) => `Sent: ${form}`,
  confirmation: 'Confirmation email',
  mailTo: (address: string) => `We will send it to ${address}`,
  mailToTyped: (address: string) =>
    `To ${address}. An email first asks whether the address is yours. If none comes, what you sent has arrived all the same.`,
  form: 'Form',
  reference: 'Reference',
  sentAs: 'Sent by',
  nextStep: 'What happens next',
  whatYouSent: 'What you sent',
  print: 'Print',
  sendAnother: 'Fill in another',
  changed: 'Changes saved',
  changedTitle: (form: string) => `Changes saved: ${form}`,
  changedAt: 'Changed',
  seeEntry: 'View entry',
  myEntries: 'My entries',
  yes: 'Yes',
  no: 'No',
  comma: ', ',

  /** Explanations of the API's problems, by code. */
  reasons: {
    invalid: 'Correct the answers below, then send it again.',
    gone: 'It was withdrawn here or on another device. You can send your answers as a new entry.',
    not_found: 'It was erased here or on another device.',
    idempotency_key_reused:
      'This entry was sent before with different answers. Those stay as they are.',
    form_version_unknown: 'The server does not know this version of the form yet. Try again later.',
    not_open_yet: 'Your answers stay on this device. Send them once the form is open.',
    closed:
      'Your entry was not sent. Your answers stay on this device, and you can download them to show what you wanted to send.',
    full: 'Others were faster, and your entry was not sent. Your answers stay on this device: choose something else that has room, or try again later, in case somebody withdraws.',
    limit_reached:
      'This entry was not sent. You can withdraw another one to make room for it, or change that one instead.',
    invitation_used:
      'Your personal link was used for another entry, perhaps on another device. Open the link again to see and change that one. Your answers stay on this device, and you can download them.',
    invitation_expired:
      'Your entry was not sent. Ask whoever sent you the link for a new one. Your answers stay on this device, and you can download them.',
    invitation_revoked:
      'Your entry was not sent: whoever sent you the link has revoked it. Ask them if you think that this is a mistake. Your answers stay on this device, and you can download them.',
    invitation_invalid:
      'Your entry was not sent. Open the link again just as you received it, or ask for a new one. Your answers stay on this device, and you can download them.',
    invitation_required:
      'Your entry was not sent. Open the personal link that you received. Your answers stay on this device, and you can download them.',
  } as { readonly [code: string]: string },
  /**
   * Titles of the API's problems by code, and its issues by their English text. A missing one is shown
   * as the API words it.
   */
  problems: {} as { readonly [code: string]: string },
  issues: {} as { readonly [message: string]: string },
  nothingLost: 'Nothing is lost. It stays on this device until you decide what to do.',
  filesGone: 'Files that had arrived went with the old entry. Add them again if they are needed:',
  inNewerForm:
    'It now has answers to a newer version of this form. Once the app is updated, you can choose what to keep.',
  edit: 'Edit',
  sendAsNew: 'Send as a new entry',
  tryAgain: 'Try again',
  download: 'Download',
  discard: 'Discard',

  attentionTitle: (form: string) => `Needs your attention: ${form}`,
  changedElsewhere: 'This entry was changed elsewhere',
  choose:
    'You and the other change gave different answers to the same question. Choose which to keep.',
  nothingToChoose: 'The two changes do not conflict. Save to keep both.',
  yours: 'Your answer',
  theirs: 'Changed elsewhere',
  chooseOne: 'Choose one of the two answers',
  alsoChanged: 'Also changed elsewhere (kept)',
  nothing: '(no answer)',
  notAnswered: 'Not answered',
  removedQuestion: (name: string) => `${name} (no longer asked)`,
  save: 'Save',
  discardYours: 'Discard my changes',
};
