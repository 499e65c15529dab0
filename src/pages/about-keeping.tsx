import type { ReactNode } from 'react';
import { Notice } from '../shell/notice.tsx';
import { notices } from '../words/en/notices.ts';
import { useWords } from '../words/speech.ts';

const sentences = {
  'online-only': ['onlineOnly', 'whyOnlineOnly'],
  'no-room': ['noRoom', 'whyNoRoom'],
  'no-answer': ['noAnswer', 'whyNoAnswer'],
  blocked: ['blocked', 'whyBlocked'],
  'in-another-tab': ['inAnotherTab', 'whyInAnotherTab'],
  found: ['found', 'goOn'],
} as const;

/** What a person would wonder: where this text comes from, or whether it is safe. */
export default function AboutKeeping({ why }: { readonly why: keyof typeof sentences }): ReactNode {
  const words = useWords('notices', notices);
  const [heading, explanation] = sentences[why];
  return (
    <Notice tone="waiting" heading={words[heading]}>
      {words[explanation]}
    </Notice>
  );
}
