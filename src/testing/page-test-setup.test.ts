import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test('frames come after a test with fake timers in which something with the focus was removed', async () => {
  vi.useFakeTimers();
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  button.remove();
  vi.useRealTimers();
  const frame = vi.fn<FrameRequestCallback>();
  requestAnimationFrame(frame);
  await expect.poll(() => frame.mock.calls.length).toBe(1);
});
