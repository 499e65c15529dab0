import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import type { ResponsesApi } from './responses-api.ts';
import { useSummary } from './use-summary.ts';

afterEach(cleanup);

type Summed = Awaited<ReturnType<ResponsesApi['summary']>>;

const summed = (count: number) => ok({ count }) as Summed;

test('while counts are loaded again, and when that fails, those that are known stay', async () => {
  const answers: ((summed: Summed) => void)[] = [];
  const summary = () => new Promise<Summed>((answer) => answers.push(answer));
  const api = { summary } as Pick<ResponsesApi, 'summary'> as ResponsesApi;
  const { result } = renderHook(() => useSummary(api));
  expect(result.current.state).toBe('loading');
  await act(async () => answers[0]?.(summed(1)));
  await waitFor(() => expect(result.current.value).toEqual({ count: 1 }));
  act(() => result.current.load());
  expect(result.current.value).toEqual({ count: 1 });
  await act(async () => answers[1]?.(err({ is: 'unreachable' })));
  expect(result.current.value).toEqual({ count: 1 });
  act(() => result.current.load());
  await act(async () => answers[2]?.(summed(2)));
  expect(result.current.value).toEqual({ count: 2 });
});

test('counts that could not be loaded at first say so', async () => {
  const api = { summary: async () => err({ is: 'unreachable' }) } as unknown as ResponsesApi;
  const { result } = renderHook(() => useSummary(api));
  await waitFor(() => expect(result.current.failure).toEqual({ is: 'unreachable' }));
});
