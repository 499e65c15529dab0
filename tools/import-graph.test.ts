import { expect, test } from 'vitest';
import { circlesIn, importGraph, upwardImports } from './import-graph.js';

const graphOf = (sources: Record<string, string>) =>
  importGraph(Object.keys(sources), (file) => sources[file] ?? '');

test('type imports count in a circle', () => {
  const graph = graphOf({
    'core/a.ts': "import type { B } from './b.ts';",
    'src/c.ts': "import { a } from '#core/a.ts';",
    'core/b.ts': "import { a } from './a.ts';",
  });
  expect(circlesIn(graph).map((it) => it.toSorted())).toEqual([['core/a.ts', 'core/b.ts']]);
});

test('a circle may have several files; a diamond is not a circle', () => {
  const diamond = { 'a.ts': "import './b.ts'; import './c.ts';", 'b.ts': "import './d.ts';" };
  const closed = { 'c.ts': "import './d.ts';", 'd.ts': "const a = await import('./a.ts');" };
  expect(circlesIn(graphOf({ ...diamond, 'c.ts': "import './d.ts';", 'd.ts': '' }))).toEqual([]);
  expect(circlesIn(graphOf({ ...diamond, ...closed }))).toHaveLength(1);
});

test('imports stay in their layer or go to a lower one', () => {
  const graph = graphOf({
    'src/device/disk.ts': "import type { Page } from '../pages/page.tsx';",
    'src/pages/page.tsx': "import './link.tsx'; import '../device/disk.ts';",
    'src/pages/link.tsx': '',
    'core/form.ts': '',
  });
  expect(upwardImports(graph, ['src/device', 'src/pages'])).toEqual([
    'src/device/disk.ts imports src/pages/page.tsx, which is in a higher layer',
  ]);
});
