import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useIsPainted } from './use-is-painted.ts';

afterEach(cleanup);

test('something is painted once it is there, and not before', async () => {
  const { result, rerender } = renderHook((isThere: boolean) => useIsPainted(isThere), {
    initialProps: false,
  });
  await twoFrames();
  expect(result.current).toBe(false);
  rerender(true);
  expect(result.current).toBe(false);
  await waitFor(() => expect(result.current).toBe(true));
});

async function twoFrames(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}
