import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { write } from '../../device/device-database.ts';
import { createFileNetwork } from '../../files/transfers/file-network.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
// Loaded here, so that no test waits for it.
import './files-part.tsx';
import './outbox-page.tsx';

afterEach(cleanup);

const failing = () => ({ status: 503, body: { code: 'internal', title: 'No' } });

/** The outbox with a file of an entry that was delivered, on this network. */
async function openOutbox(connection?: object) {
  let isOn = false;
  const fileNetwork = createFileNetwork({
    connection: connection && (Object.assign(new EventTarget(), connection) as never),
    choice: { read: async () => isOn, write: async (next) => void (isOn = next) },
  });
  const fixture = createAppFixture('/outbox');
  fixture.signedIn();
  const [form, entry, file] = ['pwausers', 'an-entry', 'a-file'];
  const transfer = { author: mickey.username, form, entry, file, size: 9, sent: 0 };
  await fixture.database((it) => write(it, 'transfers', (store) => store.put(transfer)));
  fixture.answers(...Array.from({ length: 20 }, () => failing));
  const deps = fixture.open([], { fileNetwork });
  await deps.outbox.reread();
  render(<AppOfForms forms={[pwausers]} deps={deps} />);
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /only on Wi-Fi/ });
  const flush = () => deps.outbox.flush({ force: true });
  return { ...fixture, flush, box, isOn: () => isOn, person: userEvent.setup() };
}

test('files wait for Wi-Fi if the person wants it, or for them to press', async () => {
  const { box, flush, isOn, person, sent } = await openOutbox({ type: 'cellular' });
  await person.click(box);
  await waitFor(() => expect(isOn()).toBe(true));
  await screen.findByText('Files wait for Wi-Fi');
  const before = sent.length;
  await flush();
  expect(sent).toHaveLength(before);
  await person.click(screen.getByRole('button', { name: 'Send them now' }));
  await waitFor(() => expect(sent.length).toBeGreaterThan(before));
  await waitFor(() => expect(screen.queryByText('Files wait for Wi-Fi')).toBeNull());
});

test('files wait while the device saves data', async () => {
  const { flush, sent } = await openOutbox({ saveData: true });
  await screen.findByText('Files wait, because this device saves data');
  await flush();
  expect(sent).toEqual([]);
});

test('a browser that does not say what network it is on says so, and files are sent', async () => {
  const { box, flush, sent } = await openOutbox();
  expect(box.disabled).toBe(true);
  expect(screen.getByText(/does not say whether it is on Wi-Fi/)).toBeTruthy();
  await flush();
  expect(sent.length).toBeGreaterThan(0);
});
