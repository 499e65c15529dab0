import type { ReactNode } from 'react';
import { Notice } from '../shell/notice.tsx';

const words = {
  'online-only': [
    'This form can only be sent while you are online',
    'It asks for something that should not lie on a device, so nothing of it is kept here.',
  ],
  'no-room': [
    'There is no room left on this device',
    'What you type is on this page alone. Send it before you close the page.',
  ],
  found: ['You typed this earlier and did not send it', 'Go on, or clear the form.'],
} as const;

/** What a person would wonder: where this text comes from, or whether it is safe. */
export default function AboutKeeping({ why }: { readonly why: keyof typeof words }): ReactNode {
  const [heading, explanation] = words[why];
  return (
    <Notice tone="waiting" heading={heading}>
      {explanation}
    </Notice>
  );
}
