import type { Form } from '#core/form/define-form.ts';
import { deliveriesMessages } from '../../../messages/en/deliveries.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo } from '../../../page-paths.ts';
import { usePerson } from '../../../deps.ts';
import { Link } from '../../../ui/navigation.ts';
import { Page } from '../../../ui/page.tsx';
import { ForMembers } from '../roles/for-members.tsx';
import { DeliveriesPanel } from './deliveries-panel.tsx';

/** What other servers were told about a form's responses. */
export default function DeliveriesPage({ form }: { readonly form: Form }) {
  const { username = '' } = usePerson() ?? {};
  const { responses } = useMessages('responses', responsesMessages);
  const messages = useMessages('deliveries', deliveriesMessages);
  return (
    <Page
      heading={messages.title(form.title)}
      title={messages.title(form.title)}
      isWide
      before={
        username !== '' && (
          <Link className="responses-crumb" href={pathTo.responses(form.id)}>
            {responses}
          </Link>
        )
      }
    >
      <ForMembers form={form.id} needed="owner">
        <DeliveriesPanel form={form} />
      </ForMembers>
    </Page>
  );
}
