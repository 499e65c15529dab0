import { useMemo, useState } from 'react';
import type { ListedForm } from '#core/form/listed-form.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { termsFinder } from '../../../messages/search-terms.ts';
import { SearchBox, mostFormsWithoutSearch } from '../../../ui/search-box.tsx';
import { MembersOnly } from '../roles/for-members.tsx';
import { NotLoaded } from '../not-loaded.tsx';
import { FormsTable } from './forms-table.tsx';
import { OverAllForms } from './over-all-forms.tsx';
import { useFormCounts } from './use-form-counts.ts';
import { useNewCounts } from './use-new-counts.ts';
import '../toolbar.css';

type Props = { readonly forms: readonly ListedForm[]; readonly username: string };

export function FormsView({ forms, username }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const [search, setSearch] = useState('');
  const counts = useFormCounts(forms, username);
  const { summaries, isLoading, failure, retry } = counts;
  const newCounts = useNewCounts(username, counts);
  const shown = useMemo(() => {
    const isFound = termsFinder(search);
    return forms.filter(({ id, title }) => isFound(`${title} ${id}`));
  }, [forms, search]);

  if (failure?.is === 'refused' && failure.code === 'forbidden') return <MembersOnly />;
  return (
    <div className="responses" data-kept>
      {forms.length > mostFormsWithoutSearch && (
        <search className="responses-toolbar" aria-label={messages.searchForms}>
          <SearchBox label={messages.searchForms} text={search} onText={setSearch} />
        </search>
      )}
      {failure && (
        <NotLoaded
          className="responses-failed"
          heading={messages.countsNotLoaded}
          failure={failure}
          onRetry={retry}
        />
      )}
      {!isLoading && <OverAllForms {...{ summaries, newCounts }} />}
      <FormsTable {...{ summaries, newCounts, isLoading }} forms={shown} />
      <output className="hint">
        {shown.length === 0 && <span>{messages.noFormMatches}</span>}
      </output>
      <output className="visually-hidden">
        {isLoading && <span>{messages.loadingCounts}</span>}
      </output>
    </div>
  );
}
