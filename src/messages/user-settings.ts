import type { DeviceStorage } from '../device/device-storage.ts';
import { withTimeout } from '../device/timeout.ts';
import type { Language } from './languages.ts';
import { english, type Locale } from './locale.ts';

/** What the person chose; `''` follows the browser. */
export type Preferences = {
  readonly language: Language | '';
  readonly theme: 'light' | 'dark' | '';
};

export type Settings = {
  readonly preferences: () => Preferences;
  readonly locale: () => Locale;
  readonly subscribe: (listener: () => void) => () => void;
  choose<What extends keyof Preferences>(what: What, preference: Preferences[What]): void;
  /** Called when another tab changed a setting. */
  reread(): void;
  /** Resolves once the page's language is loaded. */
  readonly ready: Promise<void>;
};

/** Keys in localStorage. `index.html` reads the theme before anything is drawn. */
export const settingKeys = { language: 'formstead:language', theme: 'formstead:theme' } as const;

/** Milliseconds for a language to load: nothing is drawn before. */
const timeout = 10_000;

type Deps = {
  readonly storage: DeviceStorage;
  /** The browser's languages, the preferred one first. */
  readonly wanted: readonly string[];
  readonly load: { readonly [Other in Exclude<Language, 'en'>]: () => Promise<Locale> };
  /** The page's `<html>`, for its language, direction and theme. */
  readonly root: Pick<HTMLElement, 'lang' | 'dir' | 'dataset'>;
};

/** Language and theme: the browser's, unless the person chose others. */
export function createSettings({ storage, wanted, load, root }: Deps): Settings {
  let preferences = read();
  let locale = english;
  const listeners = new Set<() => void>();

  /** Stored values may be of an older version, or edited: they can be anything. */
  function read(): Preferences {
    const [language, theme] = [settingKeys.language, settingKeys.theme].map((it) =>
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
    const now = preferences;
    const language = now.language || (wanted.map(languageIn).find(Boolean) ?? 'en');
    // Offline, another language may be missing. English never is.
    const next =
      language === 'en'
        ? english
        : await withTimeout('network', timeout, load[language]()).catch(() => english);
    if (now !== preferences) return;
    locale = next;
    // With the browser's region, for its number and date formats.
    root.lang = wanted.find((it) => languageIn(it) === next.language) ?? next.language;
    root.dir = next.dir;
    root.dataset['theme'] = now.theme;
    for (const listener of listeners) listener();
  }

  return {
    preferences: () => preferences,
    locale: () => locale,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose(what, preference) {
      if (preference) storage.write(settingKeys[what], preference);
      else storage.forget(settingKeys[what]);
      preferences = { ...preferences, [what]: preference };
      void apply();
    },
    reread() {
      preferences = read();
      void apply();
    },
    ready: apply(),
  };
}
