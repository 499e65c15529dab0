import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
// Loaded here, so that no test waits for it.
import '../../app/secondary-pages.tsx';

afterEach(cleanup);

const id = '019a0000-0000-7000-8000-000000000001';
const note = 'Is that your\nfull name?';

/** Mickey opens a page, and the server has one entry of theirs with this review. */
function openPage(path: string, review: object) {
  const fixture = createAppFixture(path);
  fixture.signedIn();
  const answer = (sent: Sent): Reply => {
    const answers = { fname: 'Mickey', lname: 'Mouse' };
    const entry = stored(sent, { id, form: 'pwausers', answers, review });
    const isList = !new URL(sent.url).pathname.endsWith(id);
    return { status: 200, body: isList ? { items: [entry] } : entry };
  };
  fixture.answers(...Array.from({ length: 9 }, () => answer));
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
}

const reviewed = (state: string, more: object = {}) => ({ state, version: 1, at: '', ...more });

test('an entry that was sent back says so, with the note, and leads to correcting it', async () => {
  openPage(`/entries/pwausers/${id}`, reviewed('sent-back', { note }));
  const link = await screen.findByRole('link', { name: 'Correct and send again' });
  expect(link.getAttribute('href')).toBe(`/entries/pwausers/${id}/edit`);
  expect(screen.getByText(/Is that your/).textContent).toBe(note);
  expect(screen.getAllByText('Sent back to you').length).toBeGreaterThan(0);
});

test.each([
  ['approved', 'Approved'],
  ['rejected', 'Not accepted'],
])('an entry that was %s says so, and there is nothing to correct', async (state, text) => {
  openPage(`/entries/pwausers/${id}`, reviewed(state));
  expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('link', { name: 'Correct and send again' })).toBeNull();
});

test.each(['edited', 'received', 'something new'])(
  'an entry whose state is “%s” looks like one without a review',
  async (state) => {
    openPage(`/entries/pwausers/${id}`, reviewed(state));
    expect(await screen.findByText('Sent', { selector: '.entry-status *' })).toBeTruthy();
  },
);

test('the list says which entries were sent back, and shows them alone', async () => {
  openPage('/entries?status=sent-back', reviewed('sent-back', { note }));
  expect(await screen.findByText('Sent back to you')).toBeTruthy();
});

test('the note is in sight while the entry is corrected', async () => {
  openPage(`/entries/pwausers/${id}/edit`, reviewed('sent-back', { note }));
  await screen.findByLabelText('First name');
  expect(screen.getByText(/Is that your/).textContent).toBe(note);
});
