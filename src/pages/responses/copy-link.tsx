import type { Form } from '#core/form/define-form.ts';
import { pathTo } from '../../page-paths.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import { CopyText } from './copy-text.tsx';

type Props = { readonly form: Pick<Form, 'id' | 'title'>; readonly className: string };

/** Copies a form's address, to send it to people. */
export function CopyLink({ form, className }: Props) {
  const { copyLink, copyLinkTo, copyByHand } = useMessages('responses', responsesMessages);
  return (
    <CopyText
      text={window.location.origin + pathTo.fill(form.id)}
      label={copyLink}
      name={copyLinkTo(form.title)}
      byHand={copyByHand}
      className={className}
    />
  );
}
