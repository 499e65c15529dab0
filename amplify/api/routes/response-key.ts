import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { decodedSegment } from '../path-segment.ts';
import type { RequestContext } from '../request-context.ts';

/** Whose entry a request is about: the path of a response names its author. */
export function responseKey({
  form,
  parameters,
}: Pick<RequestContext, 'form' | 'parameters'>): EntryKey {
  const username = decodedSegment(parameters['username']);
  return { username, form: form.id, id: parameters['id'] ?? '' };
}
