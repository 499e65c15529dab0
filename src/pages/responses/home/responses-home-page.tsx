import { use, useMemo } from 'react';
import type { ListedForm } from '#core/form/listed-form.ts';
import { withFormList } from '../../../catalogue/with-form-list.tsx';
import { usePerson } from '../../../deps.ts';
import { Page } from '../../../ui/page.tsx';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { ForMembers } from '../roles/for-members.tsx';
import { OwnRolesContext } from '../roles/own-roles.ts';
import { WithSettings } from '../settings/with-settings.tsx';
import { FormsView } from './forms-view.tsx';

type Props = { readonly forms: readonly ListedForm[] };

/** The forms with their numbers of responses, for whoever has a role in one. */
export const ResponsesHomePage = withFormList(function ResponsesHomePage({ forms }: Props) {
  const { username = '' } = usePerson() ?? {};
  const { responses } = useMessages('responses', responsesMessages);
  return (
    <Page heading={responses} title={responses} isWide>
      <ForMembers needed="reader">
        <WithSettings key={username} username={username}>
          <OwnForms forms={forms} username={username} />
        </WithSettings>
      </ForMembers>
    </Page>
  );
});

function OwnForms({ forms, username }: Props & { readonly username: string }) {
  const roles = use(OwnRolesContext);
  const own = useMemo(() => forms.filter(({ id }) => roles.in(id)), [forms, roles]);
  return <FormsView forms={own} username={username} />;
}
