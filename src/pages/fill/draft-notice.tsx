import type { ReactNode } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { notices } from '../../messages/en/notices.ts';
import { useMessages } from '../../messages/locale.ts';

const sentences = {
  'online-only': ['onlineOnly', 'whyOnlineOnly'],
  'no-room': ['storageFull', 'whyStorageFull'],
  'no-answer': ['noAnswer', 'whyNoAnswer'],
  blocked: ['blocked', 'whyBlocked'],
  'in-another-tab': ['inAnotherTab', 'whyInAnotherTab'],
  found: ['found', 'goOn'],
} as const;

/** Answers what people wonder about a draft: where this text comes from, or whether it is safe. */
export default function DraftNotice({ why }: { readonly why: keyof typeof sentences }): ReactNode {
  const messages = useMessages('notices', notices);
  const [heading, explanation] = sentences[why];
  return (
    <Notice tone="waiting" heading={messages[heading]}>
      {messages[explanation]}
    </Notice>
  );
}
