import { useState } from 'react';
import type { Options } from '#core/form/field.ts';
import { hasSearchTerms } from '../../messages/search-terms.ts';
import { optionsMessages } from '../../messages/en/options.ts';
import { useMessages } from '../../messages/locale.ts';
import { directionIn } from '../../ui/text-direction.ts';

type Props = {
  readonly id: string;
  readonly options: Options;
  /** Called with the options to show; `undefined` for all of them. */
  readonly onFound: (values: ReadonlySet<string> | undefined) => void;
};

/** A box above many options that leaves those with what is typed. What is chosen stays in sight. */
export default function OptionSearch({ id, options, onFound }: Props) {
  const messages = useMessages('options', optionsMessages);
  const [search, setSearch] = useState('');
  const found = options.filter(([, label]) => hasSearchTerms(label, search));

  function type(text: string) {
    setSearch(text);
    const values = options.flatMap(([value, label]) =>
      hasSearchTerms(label, text) ? [value] : [],
    );
    onFound(values.length === options.length ? undefined : new Set(values));
  }

  return (
    <>
      <input
        className="box"
        type="search"
        id={`${id}-search`}
        aria-label={messages.search}
        placeholder={messages.search}
        dir={directionIn(search)}
        autoComplete="off"
        value={search}
        onChange={(event) => type(event.target.value)}
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
