import { useMemo } from 'react';
import { isInvited, type Form } from '#core/form/define-form.ts';
import { useOpening } from '../../../form/use-opening.ts';
import { formatDateTime } from '../../../messages/date-format.ts';
import { deliveriesMessages } from '../../../messages/en/deliveries.ts';
import { limitsMessages } from '../../../messages/en/limits.ts';
import { shareMessages } from '../../../messages/en/share.ts';
import { useMessages } from '../../../messages/locale.ts';
import { pathTo, withQuery } from '../../../page-paths.ts';
import { Link } from '../../../ui/navigation.ts';
import { Notice } from '../../../ui/notice.tsx';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import { Page } from '../../../ui/page.tsx';
import { PartNeedsNetwork } from '../../../ui/part-needs-network.tsx';
import { ResponsesCrumb } from '../responses-crumb.tsx';
import { ForMembers } from '../roles/for-members.tsx';
import { MembersPanel } from '../roles/members-panel.tsx';
import { EmbedPart } from './embed-part.tsx';
import { LinkPart } from './link-part.tsx';
import { PrintedSheet } from './printed-sheet.tsx';
import { qrCodeOf } from './qr-code.ts';
import { QrCodePart } from './qr-code-part.tsx';
import './share-page.css';

/** Only for forms that are filled in with a personal link. */
const InvitationsPart = lazyPart(() => import('../invitations/invitations-part.tsx'), {
  Missing: PartNeedsNetwork,
});

/** How an owner brings a form to people: its link, as a QR code and on a sheet, and the code for other sites. */
export default function SharePage({ form }: { readonly form: Form }) {
  const messages = useMessages('share', shareMessages);
  const heading = messages.heading(form.title);
  return (
    <Page
      heading={heading}
      title={heading}
      lead={messages.access[form.access ?? 'signed-in']}
      above={<ResponsesCrumb href={pathTo.responses(form.id)} />}
    >
      <ForMembers form={form.id} needed="owner">
        {isInvited(form) ? <InvitationsPart form={form} /> : <Shared form={form} />}
        <MembersPanel form={form} />
        <OtherServers form={form} />
      </ForMembers>
    </Page>
  );
}

/** Where an owner sees what webhooks were sent. */
function OtherServers({ form }: { readonly form: Form }) {
  const messages = useMessages('deliveries', deliveriesMessages);
  return (
    <section>
      <h2 className="section-heading">{messages.heading}</h2>
      <p>{messages.aboutLink}</p>
      <Link
        className="button-second"
        href={withQuery(pathTo.responses(form.id), 'view=deliveries')}
      >
        {messages.open}
      </Link>
    </section>
  );
}

/** For a form that has one link for everybody. */
function Shared({ form }: { readonly form: Form }) {
  const messages = useMessages('share', shareMessages);
  const address = window.location.origin + pathTo.fill(form.id);
  const code = useMemo(() => qrCodeOf(address), [address]);
  return (
    <>
      <div className="share">
        <NotOpen form={form} />
        <LinkPart form={form} address={address} />
        <QrCodePart form={form.id} address={address} code={code} />
        <section>
          <h2 className="section-heading">{messages.sheet}</h2>
          <p className="hint">{messages.aboutSheet}</p>
          <button className="button-second" type="button" onClick={() => window.print()}>
            {messages.print}
          </button>
        </section>
        <EmbedPart form={form} />
      </div>
      <PrintedSheet form={form} address={address} code={code} />
    </>
  );
}

/** Whoever opens the link before or after cannot fill in the form. */
function NotOpen({ form }: { readonly form: Form }) {
  const messages = useMessages('limits', limitsMessages);
  const opening = useOpening(form);
  const { opens = '', closes = '' } = form.limits ?? {};
  if (opening === 'open') return null;
  const heading =
    opening === 'before'
      ? messages.opensOn(formatDateTime(opens, 'long'))
      : messages.closedOn(formatDateTime(closes, 'long'));
  return (
    <p>
      <Notice tone="waiting" heading={heading} />
    </p>
  );
}
