import { createContext, use, useEffect, useMemo, useState } from 'react';
import { useDeps } from '../../../deps.ts';
import type { Elements } from '../../../ui/elements.ts';
import { keptSettings, parseSettings, type ResponsesSettings } from './responses-settings.ts';

type Settings = {
  readonly settings: ResponsesSettings;
  readonly change: (settings: ResponsesSettings) => void;
};

const SettingsContext = createContext<Settings>({ settings: {}, change: () => {} });

type Props = { readonly username: string; readonly children: Elements };

/** Shows its content once it is known how this person wants to see responses. */
export function WithSettings({ username, children }: Props) {
  const deps = useDeps();
  const [settings, setSettings] = useState<ResponsesSettings>();
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const kept = await keptSettings.read(deps, username);
      if (isWanted) setSettings(parseSettings(kept));
    };
    void read();
    return () => void (isWanted = false);
  }, [deps, username]);
  const shared = useMemo(
    () =>
      settings && {
        settings,
        change: (next: ResponsesSettings) => {
          setSettings(next);
          void keptSettings.update(deps, username, () => next);
        },
      },
    [settings, deps, username],
  );
  if (!shared) return <div aria-busy="true" />;
  return <SettingsContext value={shared}>{children}</SettingsContext>;
}

export function useSettings(): Settings {
  return use(SettingsContext);
}
