import type { Drained } from '../outbox/drainer.ts';
import { Notice } from '../shell/notice.tsx';
import { Moment } from './moment.tsx';

/** Why nothing leaves at the moment, and when it is tried again. */
export function Pause({ drained }: { readonly drained: Drained | undefined }) {
  if (drained?.is !== 'rest') return null;
  return (
    <Notice tone="waiting" heading="There is no connection to the server">
      The next attempt is at <Moment at={new Date(drained.until).toISOString()} only="time" />, or
      as soon as the network is back.
    </Notice>
  );
}
