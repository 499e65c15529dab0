import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { pathTo, type PagePath } from '../../page-paths.ts';
import { responsePath } from '../../ui/response-path.ts';

/** Where the answers of a change are edited: a correction, on the page of responses. */
export function editPathOf({ form, entry, correction }: QueuedChange): PagePath {
  return correction
    ? responsePath(form, correction, { view: 'correct' })
    : pathTo.edit(form, entry);
}
