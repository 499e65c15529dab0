import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { write, type StoredTransfer } from '../../device/device-database.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
// Loaded here, so that no test waits for it.
import './files-part.tsx';
import '../../app/secondary-pages.tsx';

afterEach(cleanup);

const transfer = (file: string, more: Partial<StoredTransfer> = {}): StoredTransfer => ({
  author: mickey.username,
  entry: 'an-entry',
  file,
  form: 'pwausers',
  size: 1_000_000,
  sent: 0,
  ...more,
});

test('the outbox shows the files that wait, how much of them is sent, and which was refused', async () => {
  const fixture = createAppFixture('/outbox');
  fixture.signedIn();
  const transfers = [
    transfer('a', { sent: 250_000 }),
    transfer('b', { problem: 'file_of_other_type' }),
  ];
  for (const it of transfers)
    await fixture.database((all) => write(all, 'transfers', (store) => store.put(it)));
  const deps = fixture.open();
  await deps.outbox.reread();
  render(<AppOfForms forms={[pwausers]} deps={deps} />);
  await screen.findByRole('heading', { name: 'One file is being sent' });
  const [all] = screen.getAllByRole<HTMLProgressElement>('progressbar');
  expect([all?.value, all?.max]).toEqual([250_000, 1_000_000]);
  expect(screen.getByText('The server did not accept one file')).toBeTruthy();
  const toEntry = screen.getByRole('link', { name: 'Open the entry' });
  expect(toEntry.getAttribute('href')).toBe('/entries/pwausers/an-entry');
  expect(screen.queryByText(/Everything has been sent/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Send now' })).toBeTruthy();
});
