import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../../deps.ts';
import { Page } from '../../../ui/page.tsx';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { ForOwners } from '../for-owners.tsx';
import { FormsView } from './forms-view.tsx';

/** The forms with their numbers of responses, for owners. */
export function ResponsesHomePage({ forms }: { readonly forms: readonly Form[] }) {
  const { username = '' } = usePerson() ?? {};
  const { responses } = useMessages('responses', responsesMessages);
  return (
    <Page heading={responses} title={responses} isWide>
      <ForOwners>
        <FormsView key={username} forms={forms} username={username} />
      </ForOwners>
    </Page>
  );
}
