import { expect, test } from 'vitest';
import { createFileNetwork, holdOn } from './file-network.ts';
import { onNetwork } from './on-network.ts';

test.each([
  ['Wi-Fi', { type: 'wifi' }, true, undefined],
  ['a cable', { type: 'ethernet', saveData: true }, true, undefined],
  ['a phone network', { type: 'cellular' }, true, 'wifi'],
  ['a phone network, without the choice', { type: 'cellular' }, false, undefined],
  ['a phone network, to save data', { type: 'cellular', saveData: true }, false, 'data-saver'],
  ['a network of an unknown kind', { type: 'unknown' }, true, undefined],
  ['a browser that says nothing', undefined, true, undefined],
  ['a browser that only says that data is to be saved', { saveData: true }, true, 'data-saver'],
] as const)('on %s', (_, connection, isOnlyOnWifi, hold) => {
  expect(holdOn(connection, isOnlyOnWifi)).toBe(hold);
});

/** A phone, whose network changes. */
function openPhone(type: string, isOnlyOnWifi: boolean) {
  const connection = Object.assign(new EventTarget(), { type });
  let isOn = isOnlyOnWifi;
  const choice = {
    read: async () => isOn,
    write: async (next: boolean) => void (isOn = next),
  };
  const changeTo = (next: string) => {
    connection.type = next;
    connection.dispatchEvent(new Event('change'));
  };
  return { network: createFileNetwork({ connection, choice }), changeTo };
}

const other = new AbortController().signal;
const settled = { is: 'settled' } as const;

test('files wait for Wi-Fi, and are sent on it', async () => {
  const { network, changeTo } = openPhone('cellular', true);
  const sent: string[] = [];
  const send = onNetwork(network, async (author) => (sent.push(author), settled));
  expect(await send('mickey-1', other)).toEqual({ is: 'done' });
  changeTo('wifi');
  expect(await send('mickey-1', other)).toBe(settled);
  expect(sent).toEqual(['mickey-1']);
});

test('who does not want to wait sends them until the network changes', async () => {
  const { network, changeTo } = openPhone('cellular', true);
  network.sendAnyway();
  expect(await network.hold()).toBeUndefined();
  changeTo('cellular');
  expect(await network.hold()).toBe('wifi');
});

test('a file that is being sent stops when Wi-Fi is lost, or when the choice is made', async () => {
  for (const lose of ['network', 'choice']) {
    const { network, changeTo } = openPhone('wifi', lose === 'network');
    if (lose === 'choice') changeTo('cellular');
    const begun = new EventTarget();
    const hasBegun = new Promise((resolve) => begun.addEventListener('begun', resolve));
    const send = onNetwork(
      network,
      (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve('stopped'));
          begun.dispatchEvent(new Event('begun'));
        }),
    );
    const step = send('mickey-1', other);
    await hasBegun;
    if (lose === 'network') changeTo('cellular');
    else await network.chooseOnlyOnWifi(true);
    expect(await step).toBe('stopped');
  }
});
