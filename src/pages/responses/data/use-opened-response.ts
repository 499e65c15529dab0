import { useEffect, useState } from 'react';
import type { Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import type { ResponseKey } from './response.ts';
import type { OpenedResponse, ResponsesApi } from './responses-api.ts';

/** One response, from the server. Undefined until it has answered. */
export function useOpenedResponse(
  api: Pick<ResponsesApi, 'open'>,
  { username, id }: ResponseKey,
): Result<OpenedResponse, ApiFailure> | undefined {
  const [opened, setOpened] = useState<Result<OpenedResponse, ApiFailure>>();
  useEffect(() => {
    let isWanted = true;
    const open = async () => {
      const answer = await api.open({ username, id });
      if (isWanted) setOpened(answer);
    };
    void open();
    return () => void (isWanted = false);
  }, [api, username, id]);
  return opened;
}
