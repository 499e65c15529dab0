import type { DeviceStorage } from '../device/storage.ts';
import { isLanguage, languageFor, languages, localeFor, type Language } from './languages.ts';
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

  function read(): Wishes {
    const language = storage.read(settingRecords.language);
    const theme = storage.read(settingRecords.theme);
    return {
      language: isLanguage(language) ? language : '',
      theme: theme === 'light' || theme === 'dark' ? theme : '',
    };
  }

  async function apply() {
    const now = wishes;
    const language = now.language || languageFor(wanted);
    // Without a network it may not be here: English always is.
    const next = language === 'en' ? english : await load[language]().catch(() => english);
    if (now !== wishes) return;
    speech = next;
    root.lang = localeFor(next.language, wanted);
    root.dir = languages[next.language].dir;
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
