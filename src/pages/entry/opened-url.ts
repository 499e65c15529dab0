import { isRecord } from '#core/values/is-record.ts';
import type { Result } from '#core/values/result.ts';

/** The address in the API's answer to whoever opens a file; undefined if it has none. */
export function openedUrl(answer: Result<unknown, unknown>): string | undefined {
  const url = answer.ok && isRecord(answer.value) ? answer.value['url'] : undefined;
  return typeof url === 'string' && URL.canParse(url) ? url : undefined;
}
