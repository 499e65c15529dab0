import { formatNumber } from '../number-format.ts';

/** The controls of photos, files, signatures and recordings, and what becomes of the files. */
export const filesMessages = {
  takePhoto: 'Take a photo',
  choosePhotos: (several: boolean): string => (several ? 'Choose photos' : 'Choose a photo'),
  chooseFiles: (several: boolean): string => (several ? 'Choose files' : 'Choose a file'),
  /** `types` such as PDF, JPG; `size` such as 10 MB. */
  accepts: (types: string, size: string) => `${types}, up to ${size} each`,
  upTo: (most: number) => `Up to ${formatNumber(most)}`,
  adding: (name: string) => `Adding ${name}…`,
  added: (name: string) => `${name} added`,
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} removed`,
  undo: 'Undo',
  back: (name: string) => `${name} is back`,
  most: (most: number) =>
    most === 1
      ? 'There can be one file only: remove it to add another.'
      : `There can be ${formatNumber(most)} files at most: remove one to add another.`,
  notAdded: {
    empty: (name: string) => `${name} was not added: it is empty.`,
    'too-large': (name: string, limit: string) =>
      `${name} was not added: it is larger than ${limit}.`,
    'wrong-type': (name: string) => `${name} was not added: it is a file of another type.`,
    changed: (name: string) =>
      `${name} was not added: it cannot be read, or changed while it was read. Try again.`,
    'no-picture': (name: string) => `${name} was not added: it is not a picture that can be shown.`,
    'too-many-pixels': (name: string) =>
      `${name} was not added: it has more pixels than a device can cope with.`,
    'no-room': (name: string) =>
      `${name} was not added: this device is full. Free some space, and try again.`,
    'no-answer': (name: string) =>
      `${name} was not added: this device’s storage does not answer. Try again.`,
    blocked: (name: string) =>
      `${name} was not added: this browser does not let the app store files.`,
  },
  sign: 'Sign here with a finger or the mouse',
  typeName: 'Or type your name',
  signAgain: 'Sign again',
  signature: 'Your signature',
  /** Of an entry. */
  arrived: (arrived: number, all: number) =>
    arrived === all
      ? all === 1
        ? 'The file has arrived.'
        : `All ${formatNumber(all)} files have arrived.`
      : `${formatNumber(arrived)} of ${formatNumber(all)} files have arrived.`,
  fileStates: {
    arrived: 'Arrived',
    waiting: 'On this device, not sent yet',
    missing: 'Not arrived yet',
    refused: 'Not accepted by the server',
  },
  /** Why a file cannot be opened that arrived: the scan for malware. */
  closed: {
    awaited: 'Being checked for malware',
    impossible: 'Could not be checked for malware, so it stays closed',
    malware: 'Malware was found in it, and it was deleted',
  },
  malware: (count: number) =>
    count === 1
      ? 'Malware was found in one file'
      : `Malware was found in ${formatNumber(count)} files`,
  replaceMalware: 'It was deleted. Check your device, then edit the entry, and add another file.',
  open: (name: string) => `Open ${name}`,
  notOpened: 'The file cannot be opened right now. Try again.',
  sending: (count: number) =>
    count === 1 ? 'One file is being sent' : `${formatNumber(count)} files are being sent`,
  sentSoFar: (sent: string, all: string) => `${sent} of ${all}`,
  refused: (count: number) =>
    count === 1
      ? 'The server did not accept one file'
      : `The server did not accept ${formatNumber(count)} files`,
  addAgain:
    'It may be damaged, contain malware, or be of another type than its name says. Edit the entry, and add it again.',
  toEntry: 'Open the entry',
  onlyOnWifi: 'Send photos and other files only on Wi-Fi',
  networkUnknown:
    'This browser does not say whether it is on Wi-Fi, so files are sent on any network.',
  held: {
    wifi: 'Files wait for Wi-Fi',
    'data-saver': 'Files wait, because this device saves data',
  },
  heldLater: 'They are kept on this device, and are sent once you are on Wi-Fi.',
  sendAnyway: 'Send them now',
  neverArrived: (count: number) =>
    count === 1 ? 'One file has not arrived' : `${formatNumber(count)} files have not arrived`,
  notHere:
    'It is not on this device. If you added it on another device, open this app there. Otherwise, edit the entry and add it again.',
  editEntry: 'Edit the entry',
};
