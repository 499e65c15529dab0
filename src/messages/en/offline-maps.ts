import { formatNumber } from '../number-format.ts';

/** Parts of a street map that people keep on their device. */
export const offlineMapsMessages = {
  heading: 'Maps for when there is no network',
  measuring: (name: string) => `Finding out how large the map of ${name} is…`,
  /** @param size such as 12 MB */
  keep: (name: string, size: string) => `Keep the map of ${name} on this device (about ${size})`,
  tryAgain: (name: string) => `Try again to keep the map of ${name}`,
  /** @param part in per cent */
  loading: (name: string, part: number) => `Loading the map of ${name}: ${formatNumber(part)} %`,
  stop: 'Stop',
  stopped: 'Stopped. Nothing of it is left on this device.',
  kept: (name: string, size: string) => `The map of ${name} is on this device (${size}).`,
  remove: (name: string) => `Remove the map of ${name}`,
  sure: (name: string) => `To keep the map of ${name} again, you need a network.`,
  removeNow: 'Remove it',
  leave: 'Leave it there',
  removed: (name: string) => `The map of ${name} was removed.`,
  problems: {
    'no-network': 'There is no network. What has arrived is kept: go on when there is one.',
    refused: 'The makers of the map did not send it. Try again later.',
    'too-large': 'This map is too large to be kept. Please tell those who run this app.',
    'no-room': 'There is not enough storage space on this device. Free some, and go on.',
    'no-answer': 'The storage of this device does not answer. Try again.',
    blocked: 'Your browser lets this app store nothing.',
  },
};
