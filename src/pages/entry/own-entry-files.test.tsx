import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { file } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
// Loaded here, so that no test waits for it.
import './own-entry-files.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const form = defineForm({
  id: 'test',
  version: 1,
  title: 'A test',
  action: 'Send',
  fields: { paper: file({ label: 'Paper', types: ['application/pdf'], most: 2 }) },
});

const pdf = (name: string) => new File(['%PDF-1.7'], name);

/** A cloud that stores entries, and whose store of files takes them once it is open. */
function openPage() {
  const fixture = createAppFixture('/test');
  fixture.signedIn();
  const cloud = { isOpen: false, arrived: [] as string[] };
  let entry: object = {};
  const reply = (sent: Sent): Reply => {
    const { pathname } = new URL(sent.url);
    const [, fileId] = /\/files\/([^/]+)/.exec(pathname) ?? [];
    if (fileId === undefined) {
      if (sent.method === 'POST') entry = stored(sent);
      return { status: 200, body: { ...entry, filesArrived: cloud.arrived } };
    }
    if (sent.method === 'GET')
      return { status: 200, body: { url: `https://files.example/${fileId}` } };
    if (!cloud.isOpen) return { status: 503, body: { code: 'internal', title: 'No' } };
    cloud.arrived.push(fileId);
    return { status: 200, body: { arrived: true } };
  };
  fixture.answers(...Array.from({ length: 40 }, () => reply));
  const deps = fixture.open();
  render(<AppOfForms forms={[form]} deps={deps} />);
  return { cloud, deps, fixture, person: userEvent.setup() };
}

test('the receipt says which files have arrived, and goes on saying so while they do', async () => {
  const { cloud, deps, person } = openPage();
  const input = await screen.findByLabelText<HTMLInputElement>(/^Paper Choose/);
  await person.upload(input, [pdf('one.pdf'), pdf('two.pdf')]);
  await screen.findByText('two.pdf added');
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('0 of 2 files have arrived.');
  expect(screen.getAllByText(/not sent yet/)).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Open one.pdf' })).toBeNull();
  cloud.isOpen = true;
  await deps.outbox.flush({ force: true });
  await screen.findByText('All 2 files have arrived.');
  const assign = vi.fn();
  vi.stubGlobal('location', { assign, pathname: '/test' });
  await person.click(screen.getByRole('button', { name: 'Open one.pdf' }));
  await expect.poll(() => assign).toHaveBeenCalledTimes(1);
  const addresses = cloud.arrived.map((id) => `https://files.example/${id}`);
  expect(addresses).toContain(assign.mock.calls[0]?.[0]);
  vi.unstubAllGlobals();
});

/** The page of an entry with two files, as the API has it. */
function openEntry(ofFiles: (ids: readonly string[], reads: number) => object) {
  const id = '018f3c2e-7b1a-7000-8000-000000000001';
  const fixture = createAppFixture(`/entries/test/${id}`);
  fixture.signedIn();
  const paper = [1, 2].map((n) => ({
    id: `018f3c2e-7b1a-7000-8000-0000000000a${n}`,
    name: `${n}.pdf`,
    type: 'application/pdf',
    size: 8,
    sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
  }));
  const at = '2026-11-20T09:41:00.000Z';
  const entry = { id, form: 'test', answers: { paper }, version: 1, createdAt: at, updatedAt: at };
  const ids = paper.map((it) => it.id);
  const server = { reads: 0, isAway: false };
  const reply = (): Reply => {
    if (server.isAway) return 'no network';
    server.reads += 1;
    return { status: 200, body: { ...entry, ...ofFiles(ids, server.reads) } };
  };
  fixture.answers(...Array.from({ length: 20 }, () => reply));
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  return server;
}

test('a file that is neither here nor on the server is told to the person, with a way to add it again', async () => {
  openEntry(([first]) => ({ filesArrived: [first] }));
  await screen.findByText('1 of 2 files have arrived.');
  expect(await screen.findByText('One file has not arrived')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Edit the entry' });
  expect(link.getAttribute('href')).toContain('/edit');
});

test('a person sees in which file malware was found, and how to replace it', async () => {
  openEntry(([first = '', second = '']) => ({
    filesArrived: [second],
    filesClosed: { [first]: 'malware' },
  }));
  const heading = await screen.findByText('Malware was found in one file');
  const notice = heading.closest('output');
  expect(notice?.textContent).toContain('1.pdf');
  expect(notice?.textContent).not.toContain('2.pdf');
  expect(notice?.querySelector('a')?.getAttribute('href')).toContain('/edit');
  expect(screen.getByText(/Malware was found in it, and it was deleted/)).toBeTruthy();
  expect(screen.queryByText(/has not arrived/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Open 1.pdf' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Open 2.pdf' })).toBeTruthy();
  // Also in the list of entries.
  expect(screen.getByText('Malware was found in a file')).toBeTruthy();
});

test('a file that is being checked, or could not be, has arrived and is not opened', async () => {
  openEntry(([first = '', second = '']) => ({
    filesArrived: [first, second],
    filesClosed: { [first]: 'awaited', [second]: 'impossible' },
  }));
  await screen.findByText('All 2 files have arrived.');
  expect(screen.getByText(/Being checked for malware/)).toBeTruthy();
  expect(screen.getByText(/Could not be checked for malware/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Edit the entry' })).toBeNull();
});

test('the page looks again while files are being checked, and stops once it is known', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  let isChecked = false;
  const server = openEntry(([first = '', second = '']) => ({
    filesArrived: [first, second],
    ...(!isChecked && { filesClosed: { [first]: 'awaited' } }),
  }));
  await screen.findByText(/Being checked for malware/);
  // From here on no time passes but what the test lets pass, however busy the machine is.
  vi.setTimerTickMode('manual');
  await act(() => vi.advanceTimersByTimeAsync(0));
  const before = server.reads;
  await act(() => vi.advanceTimersByTimeAsync(3000));
  expect(server.reads).toBe(before + 1);
  server.isAway = true;
  await act(() => vi.advanceTimersByTimeAsync(5000));
  server.isAway = false;
  expect(screen.getByText(/Being checked for malware/)).toBeTruthy();
  isChecked = true;
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(screen.queryByText(/Being checked for malware/)).toBeNull();
  const after = server.reads;
  await act(() => vi.advanceTimersByTimeAsync(600_000));
  expect(server.reads).toBe(after);
});
