import type { Problem } from '../api/problem.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { RequestedView } from './read-shared-view.ts';
import { mostSharedViews, isShared, type SharedViewStore, type StoredView } from './shared-view.ts';

type Deps = { readonly views: SharedViewStore; readonly now: () => Date };

type Request = {
  readonly form: string;
  readonly view: RequestedView;
  /** Who asks for it. */
  readonly caller: Pick<StoredView, 'by' | 'email'>;
  readonly isOwner: boolean;
};

/**
 * Shares, renames or removes a view: one's own, or as an owner anybody's. It stays that of whoever shared it first,
 * also when it is shared again after it was removed. Repeating a request changes nothing.
 */
export async function setSharedView(
  { views, now }: Deps,
  { form, view, caller, isOwner }: Request,
): Promise<Result<StoredView, Problem>> {
  const stored = await views.find(form, view.id);
  if (stored && stored.by !== caller.by && !isOwner) return err({ code: 'forbidden' });
  const at = now().toISOString();
  const { by, email, at: since } = stored ?? { ...caller, at };
  const set = { ...view, by, ...(email !== undefined && { email }), at: since };
  if (!isShared(set)) {
    if (stored && isShared(stored)) await views.remove(form, set, { at });
    return ok(set);
  }
  const isMore = !stored || !isShared(stored);
  if (isMore && (await views.list(form)).length >= mostSharedViews) return err({ code: 'full' });
  await views.put(form, set);
  return ok(set);
}
