import type { Form } from '#core/form/define-form.ts';
import { deliveriesMessages } from '../../../messages/en/deliveries.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo } from '../../../page-paths.ts';
import { Page } from '../../../ui/page.tsx';
import { ResponsesCrumb } from '../responses-crumb.tsx';
import { ForMembers } from '../roles/for-members.tsx';
import { DeliveriesPanel } from './deliveries-panel.tsx';

/** What other servers were told about a form's responses. */
export default function DeliveriesPage({ form }: { readonly form: Form }) {
  const messages = useMessages('deliveries', deliveriesMessages);
  return (
    <Page
      heading={messages.title(form.title)}
      title={messages.title(form.title)}
      isWide
      before={<ResponsesCrumb href={pathTo.responses(form.id)} />}
    >
      <ForMembers form={form.id} needed="owner">
        <DeliveriesPanel form={form} />
      </ForMembers>
    </Page>
  );
}
