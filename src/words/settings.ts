import type { DeviceStorage } from '../device/storage.ts';
import { withTimeout } from '../device/timeout.ts';
import type { Language } from './languages.ts';
import { english, type Speech } from './speech.ts';

/** What a person has chosen by hand; `''` is what their browser says. */
export type Wishes = { readonly language: Language | ''; readonly theme: 'light' | 'dark' | '' };

export type Settings = {
  readonly wishes: () => Wishes;
  readonly speech: () => Speech;
  readonly subscribe: (listener: () => void) => () => void;
  choose<What extends keyof Wishes>(what: What, wish: Wishes[What]): void;
  /** Another tab has chosen. */
  reread(): void;
  /** Kept once the page speaks its language. */
  readonly ready: Promise<void>;
};

/** Where the wishes lie, in the browser's storage. `index.html` reads the theme before anything is drawn. */
export const settingRecords = { language: 'formstead:language', theme: 'formstead:theme' } as const;

/** Milliseconds for a language to arrive: nothing is drawn before. */
const patience = 10_000;

type Deps = {
  readonly storage: DeviceStorage;
  /** The languages somebody's browser asks for, the dearest first. */
  readonly wanted: readonly string[];
  readonly load: { readonly [Other in Exclude<Language, 'en'>]: () => Promise<Speech> };
  /** The page's `<html>`, which says its language, direction and theme. */
  readonly root: Pick<HTMLElement, 'lang' | 'dir' | 'dataset'>;
};

/** How the app speaks and looks: as the browser says, unless chosen by hand. */
export function createSettings({ storage, wanted, load, root }: Deps): Settings {
  let wishes = read();
  let speech = english;
  const listeners = new Set<() => void>();

  /** Of an older app, or of a stranger's hand, they may be anything. */
  function read(): Wishes {
    const [language, theme] = [settingRecords.language, settingRecords.theme].map((it) =>
      storage.read(it),
    );
    return {
      language: languageIn(language) ?? '',
      theme: theme === 'light' || theme === 'dark' ? theme : '',
    };
  }

  /** `ar` in `ar-EG`. */
  function languageIn(tag: string | null | undefined): Language | undefined {
    const [language = ''] = tag?.split('-') ?? [];
    return language === 'en' || Object.hasOwn(load, language) ? (language as Language) : undefined;
  }

  async function apply() {
    const now = wishes;
    const language = now.language || (wanted.map(languageIn).find(Boolean) ?? 'en');
    // Without a network it may not be here: English always is.
    const next =
      language === 'en'
        ? english
        : await withTimeout('network', patience, load[language]()).catch(() => english);
    if (now !== wishes) return;
    speech = next;
    // With the region, as far as the browser tells: numbers and dates are written in its way.
    root.lang = wanted.find((it) => languageIn(it) === next.language) ?? next.language;
    root.dir = next.dir;
    root.dataset['theme'] = now.theme;
    for (const listener of listeners) listener();
  }

  return {
    wishes: () => wishes,
    speech: () => speech,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose(what, wish) {
      if (wish) storage.write(settingRecords[what], wish);
      else storage.forget(settingRecords[what]);
      wishes = { ...wishes, [what]: wish };
      void apply();
    },
    reread() {
      wishes = read();
      void apply();
    },
    ready: apply(),
  };
}
