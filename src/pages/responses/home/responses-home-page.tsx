import type { ListedForm } from '#core/form/listed-form.ts';
import { withFormList } from '../../../catalogue/with-form-list.tsx';
import { usePerson } from '../../../deps.ts';
import { Page } from '../../../ui/page.tsx';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { ForOwners } from '../for-owners.tsx';
import { FormsView } from './forms-view.tsx';

type Props = { readonly forms: readonly ListedForm[] };

/** The forms with their numbers of responses, for owners. */
export const ResponsesHomePage = withFormList(function ResponsesHomePage({ forms }: Props) {
  const { username = '' } = usePerson() ?? {};
  const { responses } = useMessages('responses', responsesMessages);
  return (
    <Page heading={responses} title={responses} isWide>
      <ForOwners>
        <FormsView key={username} forms={forms} username={username} />
      </ForOwners>
    </Page>
  );
});
