import { useId, useSyncExternalStore } from 'react';
import { useDeps } from '../../deps.ts';
import { settings as settingsInEnglish } from '../../messages/en/settings.ts';
import { languages } from '../../messages/languages.ts';
import { useMessages } from '../../messages/locale.ts';

/** Language and theme, for anybody, signed in or not. */
export function SettingsView() {
  const { settings } = useDeps();
  const { language, theme } = useSyncExternalStore(settings.subscribe, settings.preferences);
  const messages = useMessages('settings', settingsInEnglish);
  return (
    <div className="settings" data-kept>
      <SettingSelect
        label={messages.language}
        value={language}
        onChosen={(it) => settings.choose('language', it)}
      >
        <option value="">{messages.asBrowser}</option>
        {Object.entries(languages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag} dir="auto">
            {name}
          </option>
        ))}
      </SettingSelect>
      <SettingSelect
        label={messages.theme}
        value={theme}
        onChosen={(it) => settings.choose('theme', it)}
      >
        <option value="">{messages.asSystem}</option>
        <option value="light">{messages.light}</option>
        <option value="dark">{messages.dark}</option>
      </SettingSelect>
    </div>
  );
}

type SettingSelectProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  /** The value of one of its options. */
  readonly onChosen: (value: Value) => void;
  readonly children: React.ReactNode;
};

function SettingSelect<Value extends string>({
  label,
  value,
  onChosen,
  children,
}: SettingSelectProps<Value>) {
  const id = useId();
  return (
    <p className="setting">
      <label htmlFor={id}>{label}</label>
      <select
        className="box"
        id={id}
        value={value}
        onChange={({ target }) => onChosen(target.value as Value)}
      >
        {children}
      </select>
    </p>
  );
}
