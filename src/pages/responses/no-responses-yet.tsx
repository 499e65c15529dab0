import type { Form } from '#core/form/define-form.ts';
import { useDeps } from '../../deps.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { CopyLink } from './copy-link.tsx';
import { useMay } from './roles/own-roles.ts';

/** What to do next with a form that nobody has sent yet. */
export function NoResponsesYet({ form }: { readonly form: Form }) {
  const { apiUrl } = useDeps();
  const messages = useMessages('responses', responsesMessages);
  const mayShare = useMay(form.id, 'owner');
  return (
    <div className="empty">
      <p>
        <strong>{messages.nobody}</strong>
      </p>
      <p>{messages.shareToStart}</p>
      <div className="actions">
        <CopyLink form={form} className="button" />
        {mayShare && (
          <Link className="button-second" href={pathTo.share(form.id)}>
            {messages.share}
          </Link>
        )}
      </div>
      {isOnThisComputer(apiUrl) && (
        <p className="hint">
          <span>{`${messages.sampleResponses} `}</span>
          <code dir="ltr" translate="no">
            npm run sample
          </code>
        </p>
      )}
    </div>
  );
}

/** The local cloud. */
function isOnThisComputer(apiUrl: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1)[:/]/.test(apiUrl);
}
