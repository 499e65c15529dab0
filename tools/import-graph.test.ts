import { expect, test } from 'vitest';
import { circlesIn, importGraph, limitErrors, upwardImports } from './import-graph.js';

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

test('a part of the project has at most so many folders, arrows between them, and files in one', () => {
  const sources = {
    'part/start.ts': "import './a/a.ts'; import './b/b.ts'; import './b/other.ts';",
    'part/a/a.ts': "import type { B } from '../b/b.ts'; import '../../core/form.ts';",
    'part/b/b.ts': '',
    'part/b/other.ts': '',
    'core/form.ts': '',
  };
  const files = [...Object.keys(sources), 'part/README.md'];
  const errors = (limits: object) =>
    limitErrors(files, graphOf(sources), {
      folder: 'part',
      folders: 3,
      arrows: 3,
      filesInAFolder: 2,
      ...limits,
    });
  expect(errors({})).toEqual([]);
  expect(errors({ folders: 2 })).toEqual(['part has 3 folders, and at most 2 are allowed']);
  expect(errors({ arrows: 2 })).toEqual([
    'The folders of part import each other in 3 ways, and at most 2 are allowed: part → part/a, part → part/b, part/a → part/b',
  ]);
  expect(errors({ filesInAFolder: 1 })).toEqual([
    'part has 2 files, and at most 1 are allowed',
    'part/b has 2 files, and at most 1 are allowed',
  ]);
});

test('tests and their helpers add no folder and no arrow, but they are files of a folder', () => {
  const sources = {
    'part/a/a.ts': '',
    'part/a/a.test.ts': "import './a.ts'; import '../testing/fixture.ts';",
    'part/testing/fixture.ts': "import '../a/a.ts';",
  };
  const limits = { folder: 'part', folders: 1, arrows: 0, filesInAFolder: 1 };
  expect(limitErrors(Object.keys(sources), graphOf(sources), limits)).toEqual([
    'part/a has 2 files, and at most 1 are allowed',
  ]);
});
