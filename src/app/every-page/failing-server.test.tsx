import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { ride } from '#forms/ride.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, type Reply } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { entries } from '../../messages/en/entries.ts';
import { outbox } from '../../messages/en/outbox.ts';
import '../../pages/responses/responses-page.tsx';
import '../../pages/home/home-page.tsx';
import '../secondary-pages.tsx';

afterEach(cleanup);

const id = '019a0000-0000-7000-8000-000000000001';
const paths = [
  '/',
  '/pwausers',
  '/entries',
  '/entries?form=pwausers',
  '/entries?form=pwausers&status=withdrawn',
  `/entries/pwausers/${id}`,
  `/entries/pwausers/${id}/edit`,
  `/pwausers/sent/${id}`,
  '/responses',
  '/responses/pwausers',
  '/outbox',
  '/account',
  '/account/erase',
  '/about',
];

/** Texts of pages that have found nothing. */
const emptyTexts = [
  responsesMessages.nobody,
  responsesMessages.noResponses,
  responsesMessages.nobodyThen,
  responsesMessages.noMatch,
  entries.none,
  entries.noneWithdrawn,
  'Entry not found',
  outbox.nothingWaits,
];

const failures: Readonly<Record<string, Reply>> = {
  'no network': 'no network',
  'a failing server': { status: 500, body: { code: 'internal', title: 'It failed' } },
  'a busy server': { status: 503, body: 'busy' },
  'a page of a captive portal': { status: 200, body: '<html>Welcome to our café</html>' },
  'no list where one should be': { status: 200, body: { things: [] } },
  'who may not': { status: 403, body: { code: 'forbidden', title: 'Not for you' } },
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

/** Opens a page that reads from the server and the disk, as an owner. */
async function open(path: string, reply: Reply, onDisk: 'answers' | 'is silent') {
  const fixture = createAppFixture(path);
  const owner = { ...mickey, isOwner: true } as const;
  fixture.cognito.enter(owner);
  fixture.storages.local.write('formstead:person', JSON.stringify(owner));
  fixture.answers(...Array.from({ length: 60 }, () => () => reply));
  if (onDisk === 'is silent') fixture.silence();
  render(<AppOfForms forms={[pwausers, ride]} deps={fixture.open([pwausers, ride])} />);
  await waitFor(() => expect(screen.getByRole('main')).toBeTruthy());
  await settled();
  return fixture;
}

const emptiness = () => emptyTexts.filter((it) => document.body.textContent.includes(it)).join(' ');

test.each(paths)('%s: a failing server is never shown as an empty one', async (path) => {
  for (const [failure, reply] of Object.entries(failures)) {
    const fixture = await open(path, reply, 'answers');
    // The outbox is on the device, and it is really empty.
    const hasRequested = fixture.sent.some(({ method }) => method === 'GET');
    const shown = emptiness().replace(outbox.nothingWaits, '');
    expect({ failure, hasRequested, shown }).toEqual({
      failure,
      hasRequested,
      shown: '',
    });
    cleanup();
  }
});

test.each(paths)('%s: a disk that does not answer is never shown as empty', async (path) => {
  const nothing: Reply = { status: 200, body: { items: [], days: {}, fields: {}, count: 0 } };
  await open(path, nothing, 'is silent');
  const isOnDevice = path === '/outbox' || path === '/';
  expect(isOnDevice ? emptiness() : '').toBe('');
});
