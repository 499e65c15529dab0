import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Reply } from '../../../testing/app-fixture.tsx';
import { manyPages, openResponsesPage } from '../../../testing/open-responses-page.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('an export continues after a failure, and has every response, whatever is filtered', async () => {
  const saved = savedFiles();
  let exporting = false;
  const { person } = openResponsesPage({
    pages: (query) =>
      exporting && query.has('cursor')
        ? ((exporting = false), 'no network')
        : manyPages(150)(query),
  });
  await screen.findByText('Responses: 150');
  await person.type(screen.getByRole('searchbox'), 'Mouse 149');
  exporting = true;
  await person.click(screen.getByText('Export'));
  await person.click(screen.getByRole('button', { name: 'Export CSV' }));
  await person.click(await screen.findByRole('button', { name: 'Go on' }));
  expect(await screen.findByText(/^Exported: 150/)).toBeTruthy();
  const [file] = saved();
  expect(file?.name).toMatch(/^pwausers-responses-\d{4}-\d{2}-\d{2}T\d{4}\.csv$/);
  const lines = (file?.text ?? '').split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFReceived,First name,Last name,/);
  expect(lines).toHaveLength(152);
  expect(lines[150]).toContain('Mouse 149');
});

test('a cancelled export leaves no file', async () => {
  const saved = savedFiles();
  let exporting = false;
  const { person } = openResponsesPage({
    pages: (query) => (exporting ? new Promise<Reply>(() => undefined) : manyPages(10)(query)),
  });
  await screen.findByText('Responses: 10');
  exporting = true;
  await person.click(screen.getByText('Export'));
  await person.click(screen.getByRole('button', { name: 'Export JSON' }));
  await person.click(await screen.findByRole('button', { name: 'Cancel the export' }));
  expect(screen.getByText(/was cancelled/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Export CSV' }) === document.activeElement).toBe(true);
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
