import { Notice } from '../../ui/notice.tsx';
import { account } from '../../messages/en/account.ts';
import { useMessages } from '../../messages/locale.ts';

/** Erasing has stopped before its end, and can be repeated. */
export function BrokenOff() {
  const messages = useMessages('account', account);
  return (
    <div role="alert">
      <Notice tone="attention" heading={messages.stopped}>
        <span>{messages.brokenOff}</span>
      </Notice>
    </div>
  );
}
