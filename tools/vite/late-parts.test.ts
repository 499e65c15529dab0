import { expect, test } from 'vitest';
import { withLateImports } from './late-parts.ts';

test('what is imported when it is needed may come late', () => {
  const code =
    "const load = () => import('./menu.tsx');\nconst map = await import(/* as is */ url('map'));";
  const late = withLateImports(code);
  expect(late).toContain("() => maybeLate(import('./menu.tsx'));");
  expect(late).toContain("await maybeLate(import(/* as is */ url('map')));");
  expect(late).toContain("import { maybeLate } from '/src/testing/late.ts';");
});

test('a file that imports everything at once stays as it is', () => {
  expect(withLateImports("import { a } from './a.ts';\na();")).toBeUndefined();
});
