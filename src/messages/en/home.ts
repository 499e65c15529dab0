import { formatNumber } from '../number-format.ts';

/** The list of forms. */
export const home = {
  heading: 'Forms',
  lead: 'Fill them in anywhere. What you send waits on this device until it can be delivered.',
  waiting: 'Waiting here',
  nothing: 'Nothing',
  unread: 'Cannot be read now: this device’s storage does not answer',
  inOutbox: (count: number) => `${formatNumber(count)} in the outbox`,
  needYou: (count: number) => `, of which need your attention: ${formatNumber(count)}`,
  lastSent: 'Last sent',
  never: 'Nothing yet',
  unknown: 'Not known on this device',
};
