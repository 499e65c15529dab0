import type { Held } from '#core/field.ts';
import { isUuid } from '#core/id.ts';
import type { DeviceStorage } from '../device-storage.ts';

/** What each control holds, by field. */
export type Holding = { readonly [field: string]: Held };

/** What a person is typing. Its id becomes the entry's, so that sending twice stores once. */
export type Draft = { readonly id: string; readonly held: Holding };

/** The drafts on this device, one for each form. */
export type Drafts = {
  /** The kept draft, or a new one. */
  open(form: string): Draft;
  start(): Draft;
  keep(form: string, draft: Draft): void;
  /** Forgets this draft, and no other that may have taken its place. */
  discard(form: string, id: string): void;
};

type Deps = { readonly storage: DeviceStorage; readonly newId: () => string };

export function createDrafts({ storage, newId }: Deps): Drafts {
  const start = (): Draft => ({ id: newId(), held: {} });
  const kept = (form: string) => draftInText(storage.read(placeOf(form)));
  return {
    start,
    open: (form) => kept(form) ?? start(),
    keep(form, draft) {
      if (isEmpty(draft)) storage.forget(placeOf(form));
      else storage.write(placeOf(form), JSON.stringify(draft));
    },
    discard(form, id) {
      if (kept(form)?.id === id) storage.forget(placeOf(form));
    },
  };
}

export function isEmpty({ held }: Draft): boolean {
  return Object.values(held).every((it) =>
    typeof it === 'object' ? Object.values(it).every((part) => part === '') : !it,
  );
}

function placeOf(form: string): string {
  return `formstead:draft:${form}`;
}

/** Another version of the app may have written it: what is not a draft is as good as none. */
function draftInText(text: string | null): Draft | undefined {
  try {
    const { id, held } = JSON.parse(text ?? '{}') as Partial<Draft>;
    if (typeof id !== 'string' || !isUuid(id)) return undefined;
    if (typeof held !== 'object' || held === null) return undefined;
    const entries = Object.entries(held).filter(([, it]) => isHeld(it));
    return { id, held: Object.fromEntries(entries) };
  } catch {
    return undefined;
  }
}

function isHeld(it: unknown): it is Held {
  if (typeof it === 'string' || typeof it === 'boolean') return true;
  return (
    typeof it === 'object' &&
    it !== null &&
    Object.values(it).every((part) => typeof part === 'string')
  );
}
