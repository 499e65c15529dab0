import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Reply } from '../../../testing/app-fixture.tsx';
import {
  manyPages,
  openResponsesPage,
  page,
  response,
} from '../../../testing/open-responses-page.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('an export continues after a failure, and has every response', async () => {
  const saved = savedFiles();
  let exporting = false;
  const { person } = openResponsesPage({
    pages: (query) =>
      exporting && query.has('cursor')
        ? ((exporting = false), 'no network')
        : manyPages(150)(query),
  });
  await screen.findByText('150 responses');
  exporting = true;
  await person.click(screen.getByText('Export'));
  expect(screen.getByText('Exports all 150 responses.')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Export CSV' }));
  await person.click(await screen.findByRole('button', { name: 'Continue export' }));
  expect(await screen.findByText(/^150 responses exported/)).toBeTruthy();
  const [file] = saved();
  expect(file?.name).toMatch(/^pwausers-responses-\d{4}-\d{2}-\d{2}T\d{4}\.csv$/);
  const lines = (file?.text ?? '').split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFReceived,First name,Last name,/);
  expect(lines).toHaveLength(152);
  expect(lines[150]).toContain('Mouse 149');
});

test('an export has the responses that match, says how many, and its name tells them from all', async () => {
  const saved = savedFiles();
  const { person } = openResponsesPage({ pages: manyPages(150) });
  await screen.findByText('150 responses');
  await person.type(screen.getByRole('searchbox'), 'Mouse 149');
  await person.click(screen.getByText('Export'));
  expect(await screen.findByText(/^Exports only .*: 1 of 150\.$/)).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Export CSV' }));
  expect(await screen.findByText(/^1 response exported/)).toBeTruthy();
  const [file] = saved();
  expect(file?.name).toMatch(/^pwausers-responses-\d{4}-\d{2}-\d{2}T\d{4}-filtered\.csv$/);
  expect(file?.text.trim().split('\r\n')).toHaveLength(2);
  expect(file?.text).toContain('Mouse 149');
});

test('an export has the order of the table', async () => {
  const saved = savedFiles();
  const names = ['Zoe', 'Ann', 'Max'].map((fname, i) => response(i, { fname }));
  const { person } = openResponsesPage({ pages: () => page(names) }, '?sort=-fname');
  await screen.findByText('3 responses');
  await person.click(screen.getByText('Export'));
  await person.click(screen.getByRole('button', { name: 'Export CSV' }));
  expect(await screen.findByText(/^3 responses exported/)).toBeTruthy();
  expect(saved()[0]?.text.match(/Zoe|Ann|Max/g)).toEqual(['Zoe', 'Max', 'Ann']);
});

test('a cancelled export leaves no file', async () => {
  const saved = savedFiles();
  let exporting = false;
  const { person } = openResponsesPage({
    pages: (query) => (exporting ? new Promise<Reply>(() => undefined) : manyPages(10)(query)),
  });
  await screen.findByText('10 responses');
  exporting = true;
  await person.click(screen.getByText('Export'));
  await person.click(screen.getByRole('button', { name: 'Export JSON' }));
  await person.click(await screen.findByRole('button', { name: 'Cancel export' }));
  expect(screen.getByText(/was cancelled/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /Excel/ }) === document.activeElement).toBe(true);
  expect(saved()).toEqual([]);
});

/** Captures the files that a browser would have downloaded. */
function savedFiles(): () => { readonly name: string; readonly text: string }[] {
  const files: { name: string; text: string }[] = [];
  let text = '';
  vi.stubGlobal('Blob', function Blob(parts: string[]) {
    text = parts.join('');
  });
  URL.createObjectURL = () => 'blob:';
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, text });
  });
  return () => files;
}
