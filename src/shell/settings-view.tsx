import { useId, useSyncExternalStore } from 'react';
import { useDeps } from '../deps.ts';
import { settings as settingsInEnglish } from '../words/en/settings.ts';
import { languages } from '../words/languages.ts';
import { useWords } from '../words/speech.ts';

/** Language and theme by hand, for anybody, signed in or not. */
export default function SettingsView() {
  const { settings } = useDeps();
  const { language, theme } = useSyncExternalStore(settings.subscribe, settings.wishes);
  const words = useWords('settings', settingsInEnglish);
  return (
    <div className="settings" data-kept>
      <Choice
        label={words.language}
        value={language}
        onChosen={(it) => settings.choose('language', it)}
      >
        <option value="">{words.asBrowser}</option>
        {Object.entries(languages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag} dir="auto">
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={words.theme} value={theme} onChosen={(it) => settings.choose('theme', it)}>
        <option value="">{words.asSystem}</option>
        <option value="light">{words.light}</option>
        <option value="dark">{words.dark}</option>
      </Choice>
    </div>
  );
}

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  /** One of the values of its options. */
  readonly onChosen: (value: Value) => void;
  readonly children: React.ReactNode;
};

function Choice<Value extends string>({ label, value, onChosen, children }: ChoiceProps<Value>) {
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
