import { useMemo, useState, type ComponentType, type ReactElement } from 'react';
import { invitedMessages } from '../../messages/en/invited.ts';
import { useMessages } from '../../messages/locale.ts';
import { pageAt, pathTo } from '../../page-paths.ts';
import { useLocation } from '../../ui/navigation.ts';
import { Redirect } from '../../ui/redirect.ts';
import { LoadingPage } from '../../ui/page.tsx';
import type { FillTarget } from '../fill-target.ts';
import type { FormFilling } from '../form-filling.ts';
import { NoInvitation } from './no-invitation.tsx';
import { useInvitation, type OpenedLink } from './use-invitation.ts';
import { useSentWithLink } from './use-sent-with-link.ts';
import { withGivenAnswers } from './with-given-answers.ts';

type Draw = (filling: FormFilling) => ReactElement;

type Props = {
  readonly target: FillTarget;
  readonly draw: Draw;
  /** Draws a form that may be filled in. */
  readonly Filling: ComponentType<{ readonly target: FillTarget; readonly draw: Draw }>;
};

/** Where a new entry is typed. */
const newEntryPages: ReadonlySet<string> = new Set(['home', 'fill', 'fillPage', 'check']);

/** A form that is filled in with a personal link: once, and then it shows what was sent. */
export default function InvitedFilling(props: Props) {
  const { form } = props.target;
  const link = useInvitation(form);
  if (!link) return <LoadingPage />;
  if (link.is !== 'found') return <NoInvitation form={form} why={link.is} />;
  return <WithLink key={link.token} {...props} link={link} />;
}

type LinkProps = Props & { readonly link: Extract<OpenedLink, { is: 'found' }> };

function WithLink({ target, draw, Filling, link: { token, invitation } }: LinkProps) {
  const { form } = target;
  const { fromLink } = useMessages('invited', invitedMessages);
  const isNew = newEntryPages.has(pageAt(useLocation()[0]).page ?? '');
  const sent = useSentWithLink(form, isNew ? token : undefined);
  const given = useMemo(
    () => withGivenAnswers(target, invitation, fromLink),
    [target, invitation, fromLink],
  );
  // Decided on arrival: sending what was typed must not take its author to another page.
  const [isTyping, setIsTyping] = useState(false);
  const mayType = isNew && (isTyping || sent?.is === 'nothing');
  if (mayType !== isTyping) setIsTyping(mayType);
  if (isNew && !mayType) {
    if (sent?.is === 'entry') return <Redirect to={pathTo.entry(form.id, sent.id)} replace />;
    if (sent?.is === 'refused') return <NoInvitation form={form} why={sent.code} />;
    return <LoadingPage />;
  }
  return <Filling target={given} draw={(it) => draw({ ...it, target: given })} />;
}
