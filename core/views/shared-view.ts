/** A saved view of a form's responses that somebody shares with whoever may read these. */
export type SharedView = {
  /** A UUID, made by the device of whoever shared it. */
  readonly id: string;
  readonly name: string;
  /** Of the page's address: search, filters, order, columns, and whether it is the table. */
  readonly query: string;
  /** Who shared it, by their username. */
  readonly by: string;
  /** Their account's verified address, if it has one. */
  readonly email?: string;
  readonly at: string;
};

/** A shared view, and whether it was removed, in which case it has neither a name nor a query. */
export type StoredView = Omit<SharedView, 'name' | 'query'> &
  (Pick<SharedView, 'name' | 'query'> | { readonly name: null });

/** How many views of one form can be shared. */
export const mostSharedViews = 100;

/** In UTF-16 units: above a hundred filters. */
export const longestViewQuery = 4000;

/** Where the shared views of forms are stored. */
export type SharedViewStore = {
  /** In the order in which they were shared. */
  list(form: string): Promise<readonly SharedView[]>;
  /** Also one that was removed lately. */
  find(form: string, id: string): Promise<StoredView | undefined>;
  put(form: string, view: SharedView): Promise<void>;
  /** Overwrites its name and query. */
  remove(form: string, view: StoredView, removed: { readonly at: string }): Promise<void>;
};

export function isShared(view: StoredView): view is SharedView {
  return view.name !== null;
}
