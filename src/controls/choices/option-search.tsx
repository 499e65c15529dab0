import { useState } from 'react';
import type { Options } from '#core/form/field.ts';
import { termsFinder } from '../../messages/search-terms.ts';
import { optionsMessages } from '../../messages/en/options.ts';
import { useMessages } from '../../messages/locale.ts';
import { SearchBox } from '../../ui/search-box.tsx';

type Props = {
  readonly id: string;
  readonly options: Options;
  /** Called with what tells by its label whether an option is searched for. */
  readonly onSearch: (isFound: (label: string) => boolean) => void;
};

/** A box above many options that leaves those with what is typed. What is chosen stays in sight. */
export default function OptionSearch({ id, options, onSearch }: Props) {
  const messages = useMessages('options', optionsMessages);
  const [search, setSearch] = useState('');
  const isFound = termsFinder(search);
  const found = options.filter(([, label]) => isFound(label));

  function type(text: string) {
    setSearch(text);
    onSearch(termsFinder(text));
  }

  return (
    <>
      <SearchBox
        id={`${id}-search`}
        label={messages.search}
        text={search}
        onText={type}
        // Enter would send the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <output className="hint">
        {search !== '' && (
          <span>{found.length === 0 ? messages.noneFound : messages.found(found.length)}</span>
        )}
      </output>
    </>
  );
}
