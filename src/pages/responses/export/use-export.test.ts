import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import type { Response } from '../data/response.ts';
import type { ResponsesApi } from '../data/responses-api.ts';
import type { FileWriter } from './file-writer.ts';
import { useExport } from './use-export.ts';

test('if the code that writes a file cannot be loaded, continuing has every response once', async () => {
  const added: Response[] = [];
  const saved: (readonly BlobPart[])[] = [];
  const parts = vi.fn<() => Promise<readonly BlobPart[]>>();
  parts.mockRejectedValueOnce(new Error('It cannot be loaded.')).mockResolvedValue(['file']);
  const writer: FileWriter = {
    ending: 'xlsx',
    mediaType: '',
    add(it) {
      added.push(it);
      return '';
    },
    parts,
  };
  const two = [{}, {}] as Response[];
  const page = vi.fn(async () => ok({ responses: two, cursor: undefined }));
  const { result } = renderHook(() =>
    useExport({
      api: { page } as Partial<ResponsesApi> as ResponsesApi,
      onDone: (it) => void saved.push(it),
    }),
  );
  await act(async () =>
    result.current.start(writer, { isFiltered: false, range: {}, includes: () => true }),
  );
  expect(result.current.state).toBe('failed');
  await act(async () => result.current.goOn());
  expect(result.current).toMatchObject({ state: 'done', count: 2 });
  expect(saved).toEqual([['file']]);
  expect(added).toHaveLength(2);
});

test('a file that is put together in memory is refused if there are too many responses, before any is read', async () => {
  const page = vi.fn<ResponsesApi['page']>();
  const { result } = openExport(page);
  await act(async () => result.current.start(aWriter({ most: 2 }), everything, 3));
  const failure = { is: 'too-many', most: 2 };
  expect(result.current).toMatchObject({ state: 'failed', failure });
  expect(page).not.toHaveBeenCalled();
});

test('if it was not known how many there are, it stops as soon as there are too many', async () => {
  const page = vi.fn(async () => ok({ responses: two, cursor: 'more' }));
  const { result } = openExport(page);
  await act(async () => result.current.start(aWriter({ most: 5 }), everything));
  const failure = { is: 'too-many', most: 5 };
  expect(result.current).toMatchObject({ state: 'failed', failure });
  expect(page).toHaveBeenCalledTimes(3);
});

test('once the network is back, an export goes on by itself, and has every response once', async () => {
  const page = vi.fn<ResponsesApi['page']>();
  page
    .mockResolvedValueOnce(ok({ responses: two, cursor: 'more' }))
    .mockResolvedValueOnce(err({ is: 'unreachable' }))
    .mockResolvedValueOnce(ok({ responses: two, cursor: undefined }));
  const { result, saved } = openExport(page);
  await act(async () => result.current.start(aWriter(), everything));
  expect(result.current).toMatchObject({ state: 'failed', count: 2 });
  await act(async () => void window.dispatchEvent(new Event('online')));
  expect(result.current).toMatchObject({ state: 'done', count: 4 });
  expect(page.mock.calls.map(([, cursor]) => cursor)).toEqual([undefined, 'more', 'more']);
  expect(saved).toEqual([['....']]);
});

const two = [{}, {}] as Response[];
const everything = { isFiltered: false, range: {}, includes: () => true };

function aWriter(changes: Partial<FileWriter> = {}): FileWriter {
  return { ending: 'csv', mediaType: '', add: () => '.', parts: (added) => added, ...changes };
}

function openExport(page: ResponsesApi['page']) {
  const saved: (readonly BlobPart[])[] = [];
  const api = { page } as Partial<ResponsesApi> as ResponsesApi;
  return {
    ...renderHook(() => useExport({ api, onDone: (it) => void saved.push(it) })),
    saved,
  };
}
