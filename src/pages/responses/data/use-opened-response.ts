import { useEffect, useMemo, useState } from 'react';
import type { Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { isUndelivered } from '../../../outbox/changes/queued-change.ts';
import { useOutbox } from '../../../ui/use-outbox.ts';
import { keyOf, type ResponseKey } from './response.ts';
import type { OpenedResponse, ResponsesApi } from './responses-api.ts';

/**
 * One response, from the server. Undefined until it has answered. It is read again once something that was said about
 * it here has arrived.
 */
export function useOpenedResponse(
  api: Pick<ResponsesApi, 'open'>,
  { username, id }: ResponseKey,
): Result<OpenedResponse, ApiFailure> | undefined {
  const { changes = [] } = useOutbox();
  const entry = keyOf({ username, id });
  const arrived = changes.findLast((it) => it.entry === entry && !isUndelivered(it))?.id;
  const wanted = useMemo(() => ({ username, id, after: arrived }), [username, id, arrived]);
  const [opened, setOpened] = useState<Result<OpenedResponse, ApiFailure>>();
  useEffect(() => {
    let isWanted = true;
    const open = async () => {
      const answer = await api.open(wanted);
      // What was read before stays.
      if (isWanted) setOpened((before) => (answer.ok || !before?.ok ? answer : before));
    };
    void open();
    return () => void (isWanted = false);
  }, [api, wanted]);
  return opened;
}
