import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../../messages/fold-text.ts';
import type { SavedView } from '../settings/responses-settings.ts';
import { viewNamed, withoutView, withView } from './saved-views.ts';

test('whatever is saved and deleted, each name is there once, and has what was saved last', () => {
  const name = fc.constantFrom('North', 'north', 'NORTH', 'Süd', 'Sud', 'New ones');
  const press = fc.record({ name, query: fc.constantFrom('a=1', 'b=2'), isDelete: fc.boolean() });
  fc.assert(
    fc.property(fc.array(press, { maxLength: 20 }), (presses) => {
      let views: readonly SavedView[] = [];
      for (const { name, query, isDelete } of presses) {
        views = isDelete ? withoutView(views, name) : withView(views, { name, query });
        expect(viewNamed(views, name)?.query).toBe(isDelete ? undefined : query);
      }
      const names = views.map((it) => foldText(it.name));
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});
