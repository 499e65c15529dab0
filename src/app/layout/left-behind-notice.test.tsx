import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, delivered } from '../../testing/app-fixture.tsx';
import { openMenu, pressSignOut } from '../../testing/open-menu.ts';
import './left-behind-notice.tsx';

afterEach(cleanup);

async function leaveSomething(count: number, address = '/pwausers') {
  HTMLDialogElement.prototype.showModal = () => undefined;
  const fixture = createAppFixture(address);
  fixture.signedIn();
  fixture.answers(...Array.from({ length: 20 }, () => () => 'no network' as const));
  const deps = fixture.open();
  for (let n = 0; n < count; n += 1)
    await deps.outbox.submit(pwausers, { id: deps.newId(), answers: { fname: 'M', lname: 'M' } });
  render(<AppOfForms forms={[pwausers]} deps={deps} />);
  const person = userEvent.setup();
  await pressSignOut(person);
  return { fixture, deps, person };
}

test('signing out with changes waiting leaves a note of how many, and for whom', async () => {
  const { fixture, deps, person } = await leaveSomething(2);
  await person.click(await screen.findByText('Keep for next time'));
  const banner = within(screen.getAllByRole('banner')[0] ?? document.body);
  expect(await banner.findByText('2 entries are waiting for m…@example.com')).toBeTruthy();
  expect(fixture.storages.local.all()).not.toContain('mickey@');
  const link = banner.getByRole('link', { name: 'Sign in to send them' });
  expect(link.getAttribute('href')).toBe('/sign-in?return=%2Fpwausers');

  cleanup();
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  expect(await screen.findByText('2 entries are waiting for m…@example.com')).toBeTruthy();
  expect(deps.session.person()).toBeUndefined();
});

test('every link to sign in comes back to the whole address, with what a link to the form says', async () => {
  const { person } = await leaveSomething(1, '/pwausers?source=poster');
  await person.click(await screen.findByText('Keep for next time'));
  await screen.findByText('1 entry is waiting for m…@example.com');
  await openMenu(person);
  const addresses = screen
    .getAllByRole('link', { name: /^Sign in/ })
    .map((it) => it.getAttribute('href'));
  expect(addresses.length).toBeGreaterThan(2);
  expect(new Set(addresses)).toEqual(new Set(['/sign-in?return=%2Fpwausers%3Fsource%3Dposter']));
});

test('the note disappears when the person returns, and never appears when nothing waits', async () => {
  const { fixture, person } = await leaveSomething(1);
  await person.click(await screen.findByText('Keep for next time'));
  expect(await screen.findByText('1 entry is waiting for m…@example.com')).toBeTruthy();
  fixture.answers(delivered);
  await person.click(screen.getByRole('link', { name: 'Sign in to send them' }));
  await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Sign in' })).toBeNull());
  expect(screen.queryByText(/waiting for/)).toBeNull();
  expect(fixture.storages.local.all()).not.toContain('m…');
});

test('discarding the changes removes the note', async () => {
  const { fixture, person } = await leaveSomething(1);
  await person.click(await screen.findByText('Discard permanently'));
  await screen.findByRole('link', { name: 'Sign in' });
  expect(screen.queryByText(/waiting for/)).toBeNull();
  expect(await fixture.everythingStored()).not.toContain('m…');
});
