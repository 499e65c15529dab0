import type { ReactNode } from 'react';
import { isSensitive, type Form } from '#core/form/define-form.ts';
import { useAuthor } from '../../deps.ts';
import type { Filling } from '../../form/filling.ts';
import { Notice } from '../../ui/notice.tsx';
import { useIsOffline } from '../../ui/use-is-offline.ts';
import { notices } from '../../messages/en/notices.ts';
import { useMessages } from '../../messages/locale.ts';

const sentences = {
  'online-only': ['onlineOnly', 'whyOnlineOnly'],
  'no-room': ['storageFull', 'whyStorageFull'],
  'no-answer': ['noAnswer', 'whyNoAnswer'],
  blocked: ['blocked', 'whyBlocked'],
  'in-another-tab': ['inAnotherTab', 'whyInAnotherTab'],
  offline: ['offline', 'sentWhenOnline'],
  'offline-signed-out': ['offline', 'sentOnceSignedIn'],
  found: ['found', 'goOn'],
} as const;

type Props = {
  readonly form: Form;
  readonly filling: Pick<Filling, 'saveStatus' | 'isFound'>;
};

/** Answers what people wonder about a draft: where this text comes from, whether it is safe, or can be sent. */
export default function DraftNotice({ form, filling: { saveStatus, isFound } }: Props): ReactNode {
  const messages = useMessages('notices', notices);
  const isOffline = useIsOffline();
  const needsSignIn = useAuthor(form) === undefined;
  const offline = needsSignIn ? 'offline-signed-out' : 'offline';
  const found = isFound ? 'found' : undefined;
  const why = draftIssue(form, saveStatus) ?? (isOffline ? offline : found);
  if (!why) return null;
  const [heading, explanation] = sentences[why];
  return (
    <Notice tone="waiting" heading={messages[heading]}>
      {messages[explanation]}
    </Notice>
  );
}

/** Why the draft is not stored on this device, if it is not. */
function draftIssue(form: Form, saveStatus: Filling['saveStatus']) {
  if (isSensitive(form)) return 'online-only';
  return saveStatus === 'kept' ? undefined : saveStatus;
}
