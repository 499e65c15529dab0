import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  Reflect.deleteProperty(window, 'trustedTypes');
  vi.resetModules();
});

test('only addresses that the app trusts are scripts, and there is one policy for all', async () => {
  const createPolicy = vi.fn();
  Object.defineProperty(window, 'trustedTypes', { configurable: true, value: { createPolicy } });
  vi.resetModules();
  const { trustScript } = await import('./trusted-scripts.ts');
  trustScript('/service-worker.js');
  trustScript('/assets/worker.js');
  expect(createPolicy).toHaveBeenCalledTimes(1);
  const [name, { createScriptURL }] = createPolicy.mock.calls[0] as [
    string,
    { createScriptURL: (url: string) => string | null },
  ];
  expect(name).toBe('default');
  const urls = [
    '/service-worker.js',
    '/assets/worker.js',
    '/assets/other.js',
    'https://a.example/',
  ];
  expect(urls.map(createScriptURL)).toEqual([
    '/service-worker.js',
    '/assets/worker.js',
    null,
    null,
  ]);
});
