import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { pathTo, withQuery, type PagePath } from '../../page-paths.ts';

/** Where the answers of a change are edited: a correction, on the page of responses. */
export function editPathOf({ form, entry, correction }: QueuedChange): PagePath {
  if (!correction) return pathTo.edit(form, entry);
  const { username, id } = correction;
  const query = new URLSearchParams({ view: 'correct', username, id }).toString();
  return withQuery(pathTo.responses(form), query);
}
