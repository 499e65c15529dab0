import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Sent } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
import { idOf, openResponsesPage, response } from '../../../testing/open-responses-page.tsx';
// Loaded here, so that no test waits for it.
import './assign-part.tsx';

afterEach(cleanup);

const at = '2026-11-22T10:00:00.000Z';
const ada = 'ada@example.com';
const me = mickey.email;

type Options = {
  readonly isOffline?: boolean;
  readonly items?: readonly object[];
  readonly assignments?: readonly object[];
  readonly assignees?: readonly string[];
  readonly address?: string;
  /** Called with the id of each that was stored. */
  readonly onAssigned?: (id: string | null) => void;
};

/** Responses, and a server that takes assignments, or cannot be reached. */
async function openAssigning({
  isOffline = false,
  items = [response(1), response(2)],
  assignments = [],
  assignees = [ada, me],
  address = `?username=person-1&id=${idOf(1)}`,
  onAssigned,
}: Options = {}) {
  const received: Sent[] = [];
  const opened = openResponsesPage(
    {
      pages(query) {
        const id = query.get('id');
        const found = id ? items.filter((it) => 'id' in it && it.id === id) : items;
        return { status: 200, body: { items: found, ...(id && { assignments, assignees }) } };
      },
      assign(sent) {
        if (isOffline) return 'no network';
        received.push(sent);
        const id = sent.headers.get('idempotency-key');
        onAssigned?.(id);
        return { status: 201, body: { ...(sent.body as object), id } };
      },
    },
    address,
  );
  await screen.findAllByRole('row', { hidden: true });
  return { ...opened, received };
}

const part = () => screen.findByRole('region', { name: 'Assigned to' });
const choice = () => screen.findByRole<HTMLSelectElement>('combobox', { name: 'Assign to' });
const press = (name: string) => screen.findByRole('button', { name });

/** What the table says of each response. */
function assigned(): readonly (string | null)[] {
  const [head, ...rows] = screen.getAllByRole('row', { hidden: true });
  const options = { hidden: true };
  const headings = within(head ?? expect.fail()).getAllByRole('columnheader', options);
  const column = headings.findIndex((it) => it.textContent === 'Assigned to') - headings.length;
  return rows.map((it) => within(it).getAllByRole('cell', options).at(column)?.textContent ?? null);
}

test('a response is assigned by keyboard, and the table says so at once', async () => {
  const { person, received } = await openAssigning();
  const select = await choice();
  expect([...select.options].map((it) => it.textContent)).toEqual(['Nobody', ada, `${me} (you)`]);
  await person.selectOptions(select, ada);
  expect(received).toEqual([]);
  (await press('Assign')).focus();
  await person.keyboard('{Enter}');
  await waitFor(() => expect(received.map(({ body }) => body)).toEqual([{ to: ada }]));
  expect((await part()).textContent).toContain(ada);
  expect(assigned()).toEqual([ada, '']);
});

test('without a network it waits on the device, and the table says so', async () => {
  const { person, storedChanges } = await openAssigning({ isOffline: true });
  await person.selectOptions(await choice(), me);
  await person.click(await press('Assign'));
  const waiting = `${me} (you) · Saved on this device, not sent yet`;
  await waitFor(async () => expect((await part()).textContent).toContain(waiting));
  expect(assigned()).toEqual([me, '']);
  expect(await storedChanges()).toHaveLength(1);
});

test('a response that is assigned can be given back to nobody', async () => {
  const items = [{ ...response(1), assignedTo: ada }];
  const { person, received } = await openAssigning({ items });
  expect((await choice()).value).toBe(ada);
  await person.selectOptions(await choice(), 'Nobody');
  await person.click(await press('Assign'));
  await waitFor(() => expect(received.map(({ body }) => body)).toEqual([{ to: null }]));
  expect(assigned()).toEqual(['']);
});

test('whoever has lost their role is still named, and said to be no longer a member', async () => {
  const items = [{ ...response(1), assignedTo: 'eve@example.com' }];
  await openAssigning({ items });
  await choice();
  expect((await part()).textContent).toContain('eve@example.com (no longer a member)');
});

test('whose assignment was replaced learns by whom, and who it is assigned to now', async () => {
  const items = [{ ...response(1), assignedTo: ada }];
  const assignments = [
    { id: idOf(7), to: me, by: mickey.username, at, number: 1 },
    { id: idOf(8), to: ada, by: 'u2', email: 'olga@example.com', at, number: 2 },
  ];
  await openAssigning({ items, assignments });
  const text = `You had assigned it to ${me} (you). olga@example.com assigned it to ${ada} after that.`;
  expect(await within(await part()).findByText(text)).toBeTruthy();
});

test('what was assigned here, and overruled before its answer came, shows who it is assigned to now', async () => {
  const items = [{ ...response(1), assignedTo: ada }];
  const assignments: object[] = [];
  const other = { id: idOf(8), to: ada, by: 'u2', email: 'olga@example.com', at, number: 2 };
  // Once the server has it, it also has another one.
  const onAssigned = (id: string | null) =>
    void assignments.push({ id, by: mickey.username, at, number: 1 }, other);
  const { person } = await openAssigning({ assignments, items, onAssigned });
  await person.selectOptions(await choice(), 'Nobody');
  await person.click(await press('Assign'));
  const text = `You had assigned it to nobody. olga@example.com assigned it to ${ada} after that.`;
  expect(await within(await part()).findByText(text)).toBeTruthy();
  expect((await part()).querySelector('strong')?.textContent).toBe(ada);
});

test('the table is filtered by what is assigned to oneself, to somebody and to nobody', async () => {
  const items = [
    { ...response(1), assignedTo: me },
    { ...response(2), assignedTo: ada },
    response(3),
  ];
  const { person } = await openAssigning({ items, address: '?assigned=me' });
  await waitFor(() => expect(assigned()).toEqual([me]));
  await person.click(await press('Filters (1)'));
  const filter = screen.getByRole('combobox', { name: 'Assigned to' });
  await person.selectOptions(filter, 'Somebody');
  expect(assigned()).toEqual([me, ada]);
  await waitFor(() => expect(window.location.search).toBe('?assigned=somebody'));
  await person.selectOptions(filter, 'Nobody');
  expect(assigned()).toEqual(['']);
});
