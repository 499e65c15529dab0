import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ok } from '#core/values/result.ts';
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
    add: (it) => void added.push(it),
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
