import { foldText } from '../../../messages/fold-text.ts';
import type { SavedView } from '../settings/responses-settings.ts';

/** Two names that read the same are one. */
export function viewNamed(views: readonly SavedView[], name: string): SavedView | undefined {
  return views.find((it) => foldText(it.name) === foldText(name));
}

/** Adds a view, or puts it where one of the same name is. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const same = viewNamed(views, view.name);
  return same ? views.map((it) => (it === same ? view : it)) : [...views, view];
}

export function withoutView(views: readonly SavedView[], name: string): readonly SavedView[] {
  const same = viewNamed(views, name);
  return views.filter((it) => it !== same);
}

/** Whether two views have the same name and show the same. */
export function isSameView(one: SavedView, other: SavedView): boolean {
  return foldText(one.name) === foldText(other.name) && one.query === other.query;
}
