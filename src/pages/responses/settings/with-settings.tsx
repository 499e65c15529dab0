import { createContext, use, useEffect, useMemo, useState } from 'react';
import { useDeps } from '../../../deps.ts';
import type { Elements } from '../../../ui/elements.ts';
import { deviceZone, type Zone } from '../time-zone/zones.ts';
import {
  keptSettings,
  noSettings,
  parseSettings,
  settingsOfForm,
  withFormSettings,
  type FormSettings,
  type ResponsesSettings,
} from './responses-settings.ts';

type Change<Settings> = (change: (before: Settings) => Settings) => void;

type Shared = {
  readonly settings: ResponsesSettings;
  readonly change: Change<ResponsesSettings>;
};

const SettingsContext = createContext<Shared>({ settings: noSettings, change: () => {} });

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
        change(change: (before: ResponsesSettings) => ResponsesSettings) {
          setSettings((before) => before && change(before));
          // What another tab has changed meanwhile stays.
          void keptSettings.update(deps, username, (kept) => change(parseSettings(kept)));
        },
      },
    [settings, deps, username],
  );
  if (!shared) return <div aria-busy="true" />;
  return <SettingsContext value={shared}>{children}</SettingsContext>;
}

export function useSettings(): Shared {
  return use(SettingsContext);
}

/** The zone in which somebody wants to see times: this device's own, unless they have chosen another. */
export function useOwnZone(): Zone {
  const { zone } = useSettings().settings;
  return useMemo(() => zone ?? deviceZone(), [zone]);
}

/** Those of one form. */
export function useFormSettings(form: string): {
  readonly settings: FormSettings;
  readonly change: Change<FormSettings>;
} {
  const { settings, change } = useSettings();
  return useMemo(
    () => ({
      settings: settingsOfForm(settings, form),
      change: (it) => change((before) => withFormSettings(before, form, it)),
    }),
    [settings, change, form],
  );
}
