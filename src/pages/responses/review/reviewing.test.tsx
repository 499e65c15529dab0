import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Sent } from '../../../testing/app-fixture.tsx';
import { idOf, openResponsesPage, response } from '../../../testing/open-responses-page.tsx';
// Loaded here, so that no test waits for them.
import './chosen-bar.tsx';
import './review-part.tsx';

afterEach(cleanup);

const reviewed = (state: string, more: object = {}) => ({
  review: { state, version: 1, at: '2026-11-22T10:00:00.000Z', ...more },
});

/** Two responses that nobody has reviewed, and a server that stores reviews, or cannot be reached. */
async function openReviewing({
  isOffline = false,
  items = [response(1), response(2)] as object[],
  reviews = [] as object[],
  address = '',
} = {}) {
  const received: Sent[] = [];
  const opened = openResponsesPage(
    {
      pages(query) {
        const id = query.get('id');
        const found = id ? items.filter((it) => (it as { id: string }).id === id) : items;
        return { status: 200, body: { items: found, ...(id && { reviews }) } };
      },
      review(sent) {
        if (isOffline) return 'no network';
        received.push(sent);
        const id = sent.headers.get('idempotency-key');
        return { status: 201, body: { ...(sent.body as object), id } };
      },
    },
    address,
  );
  await screen.findByText(`Mouse ${items.length}`);
  return { ...opened, received };
}

const states = () => {
  const [head, ...rows] = screen.getAllByRole('row');
  const headings = within(head ?? expect.fail()).getAllByRole('columnheader');
  const at = headings.findIndex((it) => it.textContent === 'State') - headings.length;
  return rows.map((it) => within(it).getAllByRole('cell').at(at)?.textContent);
};

const press = (name: string | RegExp) => screen.findByRole('button', { name });

test('the table says the state of each response, and is filtered by it', async () => {
  const items = [
    response(1),
    { ...response(2), ...reviewed('approved') },
    { ...response(3), ...reviewed('something new') },
  ];
  const { person } = await openReviewing({ items });
  expect(states()).toEqual(['Received', 'Approved', 'Received']);
  await person.click(await press('Filters'));
  await person.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Approved');
  expect(states()).toEqual(['Approved']);
  await waitFor(() => expect(window.location.search).toBe('?state=approved'));
  await person.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Waits for review');
  expect(states()).toEqual(['Received', 'Received']);
  await waitFor(() => expect(window.location.search).toBe('?state=to-review'));
});

test('rows that are chosen are approved together, which can be undone', async () => {
  const { person, received } = await openReviewing();
  await person.click(await press('Review'));
  await person.click(screen.getByRole('checkbox', { name: 'Choose all on this page' }));
  await person.click(await press('Approve 2'));
  await waitFor(() => expect(states()).toEqual(['Approved', 'Approved']));
  await waitFor(() => expect(received).toHaveLength(2));
  expect(received.map(({ body }) => body)).toEqual([
    { version: 1, state: 'approved' },
    { version: 1, state: 'approved' },
  ]);
  await person.click(await press('Undo'));
  await waitFor(() => expect(states()).toEqual(['Received', 'Received']));
  await waitFor(() => expect(received).toHaveLength(4));
  expect(received[3]?.body).toEqual({ version: 1, state: 'received' });
});

test('without a network a review waits on the device, and what undoes it waits behind it', async () => {
  const { person, storedChanges } = await openReviewing({ isOffline: true });
  await person.click(await press('Review'));
  await person.click(screen.getAllByRole('checkbox', { name: /^Choose the/ })[0] ?? expect.fail());
  await person.click(await press('Reject 1'));
  await waitFor(() => expect(states()).toEqual(['Rejected', 'Received']));
  await screen.findByText(/Saved on this device/);
  expect(await storedChanges()).toHaveLength(1);
  const undo = await press('Undo');
  expect(document.activeElement === undo).toBe(true);
  await person.click(undo);
  await waitFor(() => expect(states()).toEqual(['Received', 'Received']));
  await screen.findByText('Undone.');
});

test('a response is sent back with a note, without a network, by keyboard', async () => {
  const { person, storedChanges } = await openReviewing({
    isOffline: true,
    address: `?username=person-1&id=${idOf(1)}`,
  });
  const note = await screen.findByRole('textbox', { name: 'Note to the author' });
  (await press('Send back')).focus();
  await person.keyboard('{Enter}');
  expect(await screen.findByText('Say what should be changed.')).toBeTruthy();
  expect(document.activeElement === note).toBe(true);
  await person.keyboard('Is that your name?');
  await person.tab();
  await person.tab();
  await person.keyboard('{Enter}');
  const part = screen.getByRole('region', { name: 'Review' });
  await waitFor(() => expect(part.textContent).toContain('State: Sent back'));
  expect(part.textContent).toContain('Saved on this device');
  await waitFor(() => expect((note as HTMLTextAreaElement).value).toBe(''));
  expect(await storedChanges()).toHaveLength(1);
});

test('a response shows its reviews, the latest first, and who wrote them', async () => {
  const reviews = [
    {
      id: 'a',
      state: 'sent-back',
      version: 1,
      by: 'u1',
      email: 'a@b.example',
      at: reviewed('').review.at,
      note: 'Why?',
    },
    { id: 'b', state: 'approved', version: 2, by: 'u2', at: reviewed('').review.at },
    { id: 'c', state: 7 },
  ];
  await openReviewing({ reviews, address: `?username=person-1&id=${idOf(1)}` });
  const part = await screen.findByRole('region', { name: 'Review' });
  const listed = await within(part).findAllByRole('listitem');
  expect(listed.map((it) => it.textContent)).toEqual([
    expect.stringMatching(/^Approved.*u2, version 2$/),
    expect.stringMatching(/^Sent back.*a@b.example, version 1Why\?$/),
  ]);
});
