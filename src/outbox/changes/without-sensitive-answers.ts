import { withoutAnswers, type ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import type { QueuedChange } from './queued-change.ts';

/**
 * The part of a change that may be stored on the device. For a sensitive form that is the entry's id and what is
 * done with it, but no answers: neither those in the server's reply nor those of a conflicting version.
 */
export function withoutSensitiveAnswers(change: QueuedChange): QueuedChange {
  const { status } = change;
  if (!change.isSensitive) return change;
  if (status.is === 'delivered' && status.apiEntry && hasContent(status.apiEntry))
    return { ...change, status: { ...status, apiEntry: withoutAnswers(status.apiEntry) } };
  if (status.is === 'attention' && status.problem.current) {
    const { current: _, ...problem } = status.problem;
    return { ...change, status: { ...status, problem } };
  }
  return change;
}

function hasContent({ answers, derived, receipt }: ApiEntry): boolean {
  return derived !== undefined || Object.keys({ ...answers, ...receipt }).length > 0;
}
