import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { openResponsesPage, page, response } from '../../../testing/open-responses-page.tsx';

afterEach(cleanup);

const items = [response(1, { source: 'event' }), response(2, { source: 'friend' }), response(3)];
const open = (query = '') => openResponsesPage({ pages: () => page(items) }, query);

const headings = () => screen.getAllByRole('columnheader').map((it) => it.textContent);

async function openPanel(query: string) {
  const fixture = open(query);
  await screen.findByText(/ responses$/);
  await fixture.person.click(screen.getByRole('button', { name: 'Saved views' }));
  const save = async (name: string) => {
    await fixture.person.type(await screen.findByLabelText('Name'), `${name}{Enter}`);
  };
  return { ...fixture, save };
}

test('a view that was saved is shown again: its search, filters, order and columns', async () => {
  const { person, save } = await openPanel(
    '?q=mouse&answer.source=event&sort=-lname&columns=lname',
  );
  await save('From events');
  expect(screen.getByText('“From events” is saved.')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(await screen.findByText('3 responses')).toBeTruthy();
  await person.click(screen.getByRole('link', { name: 'From events' }));
  expect(await screen.findByText('1 of 3 responses')).toBeTruthy();
  expect(screen.getAllByRole('columnheader')).toHaveLength(2);
  await waitFor(() =>
    expect(window.location.search).toBe('?q=mouse&answer.source=event&sort=-lname&columns=lname'),
  );
});

test('a link to a view is copied, which shows the same to others', async () => {
  const { person, save } = await openPanel('?answer.source=event&view=charts');
  await save('Events');
  await person.click(screen.getByRole('button', { name: 'Copy link to Events' }));
  expect(await navigator.clipboard.readText()).toBe(
    `${window.location.origin}/responses/pwausers?answer.source=event&view=charts`,
  );
});

test('a deleted view comes back, and so does one that was replaced', async () => {
  const { person, save } = await openPanel('?q=mouse');
  await save('Mice');
  await person.click(screen.getByRole('button', { name: 'Delete Mice' }));
  expect(screen.queryByRole('link', { name: 'Mice' })).toBeNull();
  expect(screen.getByText('“Mice” is deleted.')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('link', { name: 'Mice' })).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  await save('MICE');
  expect(screen.getByText('“MICE” is replaced.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Mice' })).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('link', { name: 'Mice' }).getAttribute('href')).toContain('q=mouse');
});

test('a view without a name is not saved, and the box says so', async () => {
  const { save } = await openPanel('');
  await save('   ');
  expect(screen.getByText('Give the view a name.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
});

test('saved views, pinned columns and compact rows are there again after a visit elsewhere', async () => {
  const { person, save, copies } = await openPanel('?q=mouse');
  await save('Mice');
  await person.click(screen.getByRole('button', { name: 'Columns' }));
  await person.click(screen.getByRole('checkbox', { name: 'Compact rows' }));
  await person.click(screen.getByRole('button', { name: 'Keep Last name in view' }));
  expect(headings().slice(0, 3)).toEqual(['Received', 'Last name', 'State']);
  await waitFor(async () => expect((await copies()).length).toBeGreaterThan(0));
  await person.click(screen.getAllByRole('link', { name: 'Responses' })[0] as HTMLElement);
  await person.click(await screen.findByRole('link', { name: 'Join us' }));
  await screen.findByText('3 responses');
  expect(headings().slice(0, 3)).toEqual(['Received', 'Last name', 'State']);
  expect(screen.getByRole('table').dataset['compact']).toBe('true');
  await person.click(screen.getByRole('button', { name: 'Saved views' }));
  expect(await screen.findByRole('link', { name: 'Mice' })).toBeTruthy();
});
