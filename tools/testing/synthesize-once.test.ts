import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readAssembly } from '../../packages/amplify-local/template/assembly.ts';
import { resolveAssembly } from '../../packages/amplify-local/resolve-assembly.ts';
import { synthesizeOnce } from './synthesize-once.ts';

// The deployments of `amplify/production.test.ts`.
beforeAll(() => void vi.stubEnv('ALARMS_MAIL', 'alarms@example.com'));
afterAll(() => void vi.unstubAllEnvs());

test('whoever asks for the same backend at the same time gets the same folder', async () => {
  const preview = { type: 'branch', name: 'pr-7' } as const;
  const [one, other] = await Promise.all([synthesizeOnce(preview), synthesizeOnce(preview)]);
  expect(other).toBe(one);
  expect(resolveAssembly(readAssembly(one)).resources.length).toBeGreaterThan(20);
});

test('another deployment is in another folder', async () => {
  const [preview, production] = await Promise.all([
    synthesizeOnce({ type: 'branch', name: 'pr-7' }),
    synthesizeOnce({ type: 'branch', name: 'main' }),
  ]);
  expect(production).not.toBe(preview);
});
