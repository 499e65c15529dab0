import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { invitedMessages } from '../../messages/en/invited.ts';
import { useMessages } from '../../messages/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';

type Props = {
  readonly form: Form;
  /** `missing`, `incomplete`, or the code of the server's problem. */
  readonly why: string;
};

/** Instead of a form that cannot be filled in without a personal link, or not with this one. */
export function NoInvitation({ form, why }: Props) {
  const messages = useMessages('invited', invitedMessages);
  const reasons: { readonly [why: string]: readonly [heading: string, text: string] } = {
    missing: [messages.needsLink, messages.openLink],
    incomplete: [messages.incomplete, messages.openWhole],
    invitation_expired: [messages.expired, messages.askForNew],
    invitation_revoked: [messages.revoked, messages.askWhy],
  };
  const [heading, text] = getOwn(reasons, why) ?? [messages.invalid, messages.openWhole];
  return (
    <Page heading={form.title} title={form.title} lead={form.introduction}>
      <output>
        <Notice tone={why === 'missing' ? 'waiting' : 'attention'} heading={heading}>
          {text}
        </Notice>
      </output>
    </Page>
  );
}
