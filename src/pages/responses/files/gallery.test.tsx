import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { file, photo, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../../testing/app-of-forms.tsx';
import { createAppFixture, type Reply, type Sent } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
import { idOf, noSummary, response } from '../../../testing/open-responses-page.tsx';
// Loaded here, so that no test waits for it.
import './gallery.tsx';

afterEach(cleanup);

const form = defineForm({
  id: 'house',
  version: 1,
  title: 'A house',
  action: 'Send',
  fields: {
    street: text({ label: 'Street' }),
    photos: photo({ label: 'Photos', most: 20 }),
    plan: file({ label: 'Plan', types: ['application/pdf'], optional: true }),
  },
});

const sha256 = 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';
const pictureOf = (n: number) => ({
  id: idOf(1e3 + n),
  name: `p${n}.jpg`,
  type: 'image/jpeg',
  size: 3,
  sha256,
});
const plan = { id: idOf(2000), name: 'plan.pdf', type: 'application/pdf', size: 3, sha256 };

/** Opens the files of one response with so many pictures and a plan, as an owner. */
function openFiles(
  pictures: number,
  arrived: (id: string) => boolean,
  small: () => Reply,
  filesClosed: object = {},
) {
  const photos = Array.from({ length: pictures }, (_, n) => pictureOf(n));
  const ids = [...photos, plan].map(({ id }) => id);
  const item = {
    ...response(1),
    form: 'house',
    answers: { street: 'Harbour Street', photos, plan: [plan] },
    filesArrived: ids.filter(arrived),
    filesClosed,
  };
  const fixture = createAppFixture('/responses/house?view=files');
  const owner = { ...mickey, isOwner: true } as const;
  fixture.cognito.enter(owner);
  fixture.storages.local.write('formstead:person', JSON.stringify(owner));
  const answer = ({ url }: Sent): Reply => {
    const { pathname, searchParams } = new URL(url);
    if (pathname.endsWith('/summary')) return { status: 200, body: noSummary };
    if (!pathname.includes('/files/')) return { status: 200, body: { items: [item] } };
    if (searchParams.has('small')) return small();
    return { status: 200, body: { url: 'https://files.example/whole' } };
  };
  fixture.answers(...Array.from({ length: 100 }, () => answer));
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  return fixture;
}

const noSmallCopy = (): Reply => ({ status: 404, body: { code: 'not_found', title: 'No' } });
const link = (): Reply => ({ status: 200, body: { url: 'https://files.example/small' } });

test('the files of all responses are shown small, and lead to their response', async () => {
  openFiles(2, () => true, link);
  const gallery = await screen.findByRole('region', { name: 'Files of the responses' });
  await within(gallery).findByText('All 3 files have arrived.');
  await expect.poll(() => gallery.querySelectorAll('img')).toHaveLength(2);
  expect(within(gallery).getByText('PDF')).toBeTruthy();
  const [first] = within(gallery).getAllByRole('link');
  expect(first?.getAttribute('href')).toContain(`username=person-1&id=${idOf(1)}`);
  // One that is damaged, or whose address is too old, is no hole.
  const [picture] = gallery.querySelectorAll('img');
  if (picture) fireEvent.error(picture);
  expect(within(gallery).getByText('JPG')).toBeTruthy();
});

test('without a small copy, and until a file has arrived, its kind and its name are shown', async () => {
  openFiles(2, (id) => id !== idOf(1001), noSmallCopy);
  const gallery = await screen.findByRole('region', { name: 'Files of the responses' });
  await within(gallery).findByText('2 of 3 files have arrived.');
  expect(within(gallery).getByText('Not arrived yet')).toBeTruthy();
  expect(within(gallery).getAllByText('JPG')).toHaveLength(2);
  expect(gallery.querySelector('img')).toBeNull();
});

test('a file that is being checked, or in which malware was found, is named with the reason alone', async () => {
  const { sent } = openFiles(2, (id) => id !== idOf(1001), link, {
    [idOf(1000)]: 'awaited',
    [idOf(1001)]: 'malware',
  });
  const gallery = await screen.findByRole('region', { name: 'Files of the responses' });
  await within(gallery).findByText('2 of 3 files have arrived.');
  expect(within(gallery).getByText('Being checked for malware')).toBeTruthy();
  expect(within(gallery).getByText('Malware was found in it, and it was deleted')).toBeTruthy();
  expect(gallery.querySelector('img')).toBeNull();
  expect(sent.filter(({ url }) => url.includes('small=true'))).toEqual([]);
});

test('many files are shown a page at a time, and ask for no more than they show', async () => {
  const { sent } = openFiles(20, () => true, link);
  const gallery = await screen.findByRole('region', { name: 'Files of the responses' });
  expect(within(gallery).getAllByRole('listitem')).toHaveLength(21);
  expect(within(gallery).queryByRole('button')).toBeNull();
  await expect.poll(() => sent.filter(({ url }) => url.includes('small=true'))).toHaveLength(20);
});
