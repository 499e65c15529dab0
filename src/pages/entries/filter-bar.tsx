import type { ListedForm } from '#core/form/listed-form.ts';
import { pathTo, withQuery } from '../../page-paths.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { useLocation } from '../../ui/navigation.ts';
import { entries } from '../../messages/en/entries.ts';
import { useMessages } from '../../messages/locale.ts';
import { queryOf, type EntryFilter } from './entry-filter.ts';

type Props = { readonly forms: readonly ListedForm[]; readonly filter: EntryFilter };

/** Narrows the list. What is chosen is in the page's address, so that it survives a reload. */
export function FilterBar({ forms, filter }: Props) {
  const messages = useMessages('entries', entries);
  const [, navigate] = useLocation();
  function narrow(change: Partial<EntryFilter>) {
    const query = queryOf({ ...filter, ...change });
    navigate(query ? withQuery(pathTo.entries(), query) : pathTo.entries(), { replace: true });
  }
  return (
    <search className="entries-filter" data-kept>
      <SearchBox label={messages.search} text={filter.q} onText={(q) => narrow({ q })} />
      {forms.length > 1 && (
        <label>
          <span className="visually-hidden">{messages.form}</span>
          <select
            className="box"
            value={filter.form}
            onChange={({ target }) => narrow({ form: target.value })}
          >
            <option value="">{messages.allForms}</option>
            {forms.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span className="visually-hidden">{messages.status}</span>
        <select
          className="box"
          value={filter.status}
          onChange={({ target }) => narrow({ status: target.value as EntryFilter['status'] })}
        >
          <option value="">{messages.current}</option>
          <option value="waiting">{messages.waitingStatus}</option>
          <option value="sent-back">{messages.sentBackStatus}</option>
          <option value="withdrawn">{messages.withdrawnStatus}</option>
        </select>
      </label>
    </search>
  );
}
