import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import type { StoredComment } from '#core/comments/comment.ts';
import type { Sent } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
import { idOf, openResponsesPage, response } from '../../../testing/open-responses-page.tsx';
// Loaded here, so that no test waits for it.
import './comments-part.tsx';

afterEach(cleanup);

const at = '2026-11-22T10:00:00.000Z';
const byOlga = {
  id: idOf(7),
  version: 1,
  text: 'She called.',
  by: 'u1',
  email: 'olga@example.com',
  at,
};
const byMickey = { id: idOf(8), version: 1, text: 'I know.', by: mickey.username, at };

/** A response with comments, and a server that takes more, or cannot be reached. */
async function openCommenting({
  isOffline = false,
  comments = [] as object[],
  form = pwausers,
} = {}) {
  const received: Sent[] = [];
  const network = { isOffline };
  const item = { ...response(1), commentCount: comments.length };
  const opened = openResponsesPage(
    {
      pages: (query) => ({
        status: 200,
        body: { items: [item], ...(query.get('id') && { comments }) },
      }),
      comment(sent) {
        if (network.isOffline) return 'no network';
        received.push(sent);
        const id = sent.headers.get('idempotency-key');
        const taken = new URL(sent.url).pathname.split('/comments/')[1];
        return { status: 201, body: { ...(sent.body as object), id: taken ?? id } };
      },
    },
    `?username=person-1&id=${idOf(1)}`,
    form,
  );
  const part = await screen.findByRole('region', { name: 'Comments' });
  return { ...opened, network, received, part };
}

const box = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Write a comment' });
const press = (name: string) => screen.findByRole('button', { name });
const lines = (part: HTMLElement) =>
  within(part)
    .queryAllByRole('listitem')
    .map((it) => it.textContent);

test('a comment is written by keyboard, is shown at once, and is sent with its version', async () => {
  const { person, part, received } = await openCommenting({ comments: [byOlga] });
  expect(await within(part).findByText('She called.')).toBeTruthy();
  expect(lines(part)[0]).toContain('olga@example.com, about version 1');
  (await press('Add comment')).focus();
  await person.keyboard('{Enter}');
  expect(await screen.findByText('Write something first.')).toBeTruthy();
  expect(document.activeElement === (await box())).toBe(true);
  await person.keyboard(' The year is 1990. ');
  await person.tab();
  await person.keyboard('{Enter}');
  await waitFor(() => expect(lines(part)).toHaveLength(2));
  expect(lines(part)[1]).toContain('The year is 1990.');
  expect(lines(part)[1]).toContain('You, about version 1');
  await waitFor(() => expect(received).toHaveLength(1));
  expect(received[0]?.body).toEqual({ version: 1, text: 'The year is 1990.' });
  expect((await box()).value).toBe('');
  await waitFor(() => expect(lines(part)[1]).not.toContain('not sent yet'));
});

test('without a network a comment waits, and what is discarded is back in the box', async () => {
  const { person, part, storedChanges } = await openCommenting({ isOffline: true });
  for (const text of ['First', 'Second']) {
    await person.type(await box(), text);
    await person.click(await press('Add comment'));
    await waitFor(() => expect(lines(part).at(-1)).toContain(text));
  }
  expect(lines(part)).toHaveLength(2);
  for (const line of lines(part)) expect(line).toContain('Saved on this device, not sent yet');
  const stored = (await storedChanges()).length;
  expect(stored).toBe(2);
  // The first has been tried, so it may have arrived. The second was never sent.
  const discard = within(part).getAllByRole('button', { name: 'Discard this comment' });
  await person.click(discard.at(-1) ?? expect.fail());
  await waitFor(() => expect(lines(part)).toHaveLength(1));
  expect(lines(part)[0]).toContain('First');
  expect((await box()).value).toBe('Second');
});

test('a comment of one’s own is taken back at once, also without a network', async () => {
  const { person, part, received, network } = await openCommenting({ comments: [byMickey] });
  network.isOffline = true;
  await person.click(await press('Take back this comment'));
  await waitFor(() => expect(part.textContent).toContain('Taken back by you.'));
  expect(part.textContent).not.toContain('I know.');
  expect(document.activeElement === (await box())).toBe(true);
  expect(received).toEqual([]);
});

test('what was taken back says by whom, and has nothing to press', async () => {
  const { text: _, ...rest } = byOlga;
  const takenBack = { by: 'u2', email: 'otto@example.com', at };
  const { part } = await openCommenting({ comments: [{ ...rest, takenBack }] });
  expect(await within(part).findByText('Taken back by otto@example.com.')).toBeTruthy();
  expect(within(part).queryByRole('button', { name: /Take back/ })).toBeNull();
});

test('the server is asked to take back the comment, and no other', async () => {
  const { person, received } = await openCommenting({ comments: [byOlga, byMickey] });
  const buttons = await screen.findAllByRole('button', { name: 'Take back this comment' });
  // Owners may take back what others wrote.
  await person.click(buttons[0] ?? expect.fail());
  await waitFor(() => expect(received).toHaveLength(1));
  const [sent] = received;
  expect(sent?.method).toBe('DELETE');
  expect(sent?.url).toContain(`/pwausers/responses/person-1/${idOf(1)}/comments/${byOlga.id}`);
});

test('a comment about sensitive answers is sent at once, and is never on the device', async () => {
  const fields = { ...pwausers.fields, fname: { ...pwausers.fields.fname, sensitive: true } };
  const form = { ...pwausers, fields } as unknown as typeof pwausers;
  const { person, part, received, storedChanges } = await openCommenting({ form });
  await person.type(await box(), 'He wrote 42');
  await person.click(await press('Add comment'));
  await waitFor(() => expect(lines(part)[0]).toContain('He wrote 42'));
  expect(received).toHaveLength(1);
  expect(await storedChanges()).toEqual([]);
});

test('a comment that was sent at once is shown once when the response is read again', async () => {
  const fields = { ...pwausers.fields, fname: { ...pwausers.fields.fname, sensitive: true } };
  const form = { ...pwausers, fields } as unknown as typeof pwausers;
  const comments: StoredComment[] = [byMickey];
  const { person, part, received, listRequests } = await openCommenting({ form, comments });
  const reads = () => listRequests().filter(({ searchParams }) => searchParams.has('id')).length;
  await person.type(await box(), 'He wrote 42');
  await person.click(await press('Add comment'));
  await waitFor(() => expect(lines(part)).toHaveLength(2));
  const id = received[0]?.headers.get('idempotency-key') ?? expect.fail();
  comments.push({ ...byMickey, id, text: 'He wrote 42 times' });
  const before = reads();
  const [first] = within(part).getAllByRole('button', { name: 'Take back this comment' });
  await person.click(first ?? expect.fail());
  await waitFor(() => expect(received).toHaveLength(2));
  await waitFor(() => expect(reads()).toBeGreaterThan(before));
  // As the server has it.
  await waitFor(() => expect(part.textContent).toContain('He wrote 42 times'));
  expect(lines(part)).toHaveLength(2);
});

test('the table says how many comments a response has', async () => {
  await openCommenting({ comments: [byOlga, byMickey] });
  const row = (await screen.findAllByRole('row', { hidden: true }))[1] ?? expect.fail();
  expect(within(row).getAllByRole('cell', { hidden: true }).at(-2)?.textContent).toBe('2');
});
