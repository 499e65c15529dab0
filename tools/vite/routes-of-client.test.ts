import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { routes } from '../../core/api/api-routes.ts';
import { withoutAudience } from './routes-of-client.ts';

const file = resolve(import.meta.dirname, '../../core/api/api-routes.ts');

test('the table that devices load has every route, and not who may use it', () => {
  const loaded = withoutAudience(readFileSync(file, 'utf8'));
  const rows = [...loaded.matchAll(/method: '(\w+)',\s*path: '([^']+)',?\s*\}/g)];
  const expected = Object.values(routes).map(({ method, path }) => [method, path]);
  expect(rows.map(([, method, path]) => [method, path])).toEqual(expected);
});
