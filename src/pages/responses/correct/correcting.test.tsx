import { cleanup, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import type { Reply, Sent } from '../../../testing/app-fixture.tsx';
import { idOf, openResponsesPage, page, response } from '../../../testing/open-responses-page.tsx';
// Loaded here, so that no test waits for them.
import '../../../app/secondary-pages.tsx';
import '../review/review-part.tsx';
import '../versions/response-versions.tsx';
import './correct-page.tsx';

afterEach(cleanup);

const current = { ...response(1), version: 2, formVersion: pwausers.version };
const at = '2026-11-22T10:00:00.000Z';
const versions = [
  { version: 2, at, formVersion: pwausers.version, answers: current.answers },
  { version: 1, at, formVersion: pwausers.version, answers: { fname: 'Mikey', lname: 'Mouse 1' } },
];
const query = `username=person-1&id=${idOf(1)}`;

/** An owner corrects the response of the first person, which somebody has changed once. */
function openCorrecting({
  address = `?view=correct&${query}`,
  reply = undefined as ((sent: Sent) => Reply) | undefined,
} = {}) {
  const received: Sent[] = [];
  const opened = openResponsesPage(
    {
      pages: () => page([current]),
      versions: () => ({ status: 200, body: { items: versions } }),
      correct(sent) {
        received.push(sent);
        if (reply) return reply(sent);
        const { answers } = sent.body as { answers: object };
        return { status: 200, body: { ...current, answers, version: 3 } };
      },
    },
    address,
  );
  return { ...opened, received };
}

const press = (name: string | RegExp) => screen.findByRole('button', { name });
const firstName = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'First name' });

test('what a correction changes is listed, and a reason is required, before anything is sent', async () => {
  const { person, received } = openCorrecting();
  const box = await firstName();
  await waitFor(() => expect(box.value).toBe('Mickey'));
  await person.clear(box);
  await person.type(box, 'Minnie');
  await person.click(await press('See what changes'));
  const heading = await screen.findByRole('heading', { name: 'What you are changing' });
  expect(document.activeElement).toBe(heading);
  expect(screen.getByText('Mickey').closest('del')).toBeTruthy();
  expect(screen.getByText('Minnie').closest('ins')).toBeTruthy();
  expect(screen.queryByText(/Mouse 1/)).toBeNull();
  await person.click(await press('Save the correction'));
  const why = await screen.findByRole('textbox', { name: 'Why are you changing this?' });
  expect(why.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(why);
  expect(received).toEqual([]);
  await person.type(why, ' She said so. ');
  await person.click(await press('Save the correction'));
  await screen.findByText('The response is corrected');
  expect(received).toHaveLength(1);
  const [sent] = received;
  expect(new URL(sent?.url ?? '').pathname).toBe(`/v1/pwausers/responses/person-1/${idOf(1)}`);
  expect(sent?.body).toEqual({
    answers: { fname: 'Minnie', lname: 'Mouse 1' },
    reason: 'She said so.',
  });
  expect(sent?.headers.get('If-Match')).toBe('"2"');
  const back = screen.getByRole('link', { name: 'Back to the response' });
  expect(back.getAttribute('href')).toBe(`/responses/pwausers?${query}`);
});

test('answers that are not valid are said beside their questions', async () => {
  const { person, received } = openCorrecting();
  const box = await firstName();
  await waitFor(() => expect(box.value).toBe('Mickey'));
  await person.clear(box);
  await person.click(await press('See what changes'));
  await waitFor(() => expect(box.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.queryByRole('heading', { name: 'What you are changing' })).toBeNull();
  expect(received).toEqual([]);
});

test('without a change there is nothing to save, and one can go on', async () => {
  const { person } = openCorrecting();
  await waitFor(async () => expect((await firstName()).value).toBe('Mickey'));
  await person.click(await press('See what changes'));
  await screen.findByText('You have not changed any answer.');
  expect(screen.queryByRole('button', { name: 'Save the correction' })).toBeNull();
  await person.click(await press('Go on correcting'));
  expect((await firstName()).value).toBe('Mickey');
});

async function correctFirstName(person: UserEvent): Promise<void> {
  const box = await firstName();
  await waitFor(() => expect(box.value).toBe('Mickey'));
  await person.type(box, ' M.');
  await person.click(await press('See what changes'));
  await person.type(await screen.findByRole('textbox', { name: /Why/ }), 'Asked');
  await person.click(await press('Save the correction'));
}

test('without a network a correction is saved on the device, and its response says so', async () => {
  const { person } = openCorrecting({ reply: () => 'no network' });
  await correctFirstName(person);
  await screen.findByText('Saved on this device');
  await person.click(screen.getByRole('link', { name: 'Back to the response' }));
  await screen.findByText(/A correction is saved on this device/);
  await screen.findByText(/once your correction has been sent/);
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
});

test('a version is restored by way of the form, with a reason', async () => {
  const { person, received } = openCorrecting({ address: `?${query}` });
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByRole('link', { name: 'Correct answers' })).toBeTruthy();
  await person.click(await press('Show what was changed'));
  const list = await within(dialog).findByRole('list', { name: 'Versions' });
  expect(within(list).getByText('Changed by its author')).toBeTruthy();
  await person.click(within(list).getByRole('button', { name: 'Restore this version' }));
  const box = await firstName();
  await waitFor(() => expect(box.value).toBe('Mikey'));
  await person.click(await press('See what changes'));
  expect((await screen.findByText('Mickey')).closest('del')).toBeTruthy();
  expect(received).toEqual([]);
});

test('somebody else’s change of the same question is told, and the owner chooses in the outbox', async () => {
  const theirs = { ...current, version: 3, answers: { fname: 'Donald', lname: 'Duck' } };
  const body = { code: 'stale', title: '', current: theirs };
  const { person, received } = openCorrecting({
    reply: (sent) =>
      sent.headers.get('If-Match') === '"2"'
        ? { status: 412, body }
        : { status: 200, body: { ...theirs, version: 4 } },
  });
  await correctFirstName(person);
  await person.click(await screen.findByRole('link', { name: 'See the outbox' }));
  await person.click(await screen.findByRole('radio', { name: /Mickey M\./ }));
  await person.click(await press('Save'));
  await waitFor(() => expect(received).toHaveLength(2));
  expect(received[1]?.body).toEqual({
    answers: { fname: 'Mickey M.', lname: 'Duck' },
    reason: 'Asked',
  });
  expect(received[1]?.headers.get('If-Match')).toBe('"3"');
});
