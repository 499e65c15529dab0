import { useEffect, useEffectEvent, useState } from 'react';
import type { Issue } from '#core/form/answers.ts';
import { isSensitive, type Form } from '#core/form/define-form.ts';
import { mayFillInAnother } from '#core/limits/another-entry.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import type { Filling } from '../../form/filling.ts';
import type { FillingActions } from '../../form/use-filling.ts';
import { isUndelivered, type QueuedChange } from '../../outbox/changes/queued-change.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { PageNeedsNetwork } from '../../ui/needs-network.tsx';
import { LoadingPage } from '../../ui/page.tsx';
import { useOutbox } from '../../ui/use-outbox.ts';
import Receipt from './receipt.tsx';
import { SavedPage } from './saved-page.tsx';
import { useOwnEntry } from './use-own-entry.ts';

const loadedLater = { Waiting: LoadingPage, Missing: PageNeedsNetwork };
const UnclaimedPage = lazyPart(
  async () => ({ default: (await import('./shown-rarely.ts')).UnclaimedPage }),
  loadedLater,
);
const EntryUnavailable = lazyPart(
  async () => ({ default: (await import('./shown-rarely.ts')).EntryUnavailable }),
  loadedLater,
);

type Props = {
  readonly form: Form;
  readonly id: string;
  /** What was to be sent once somebody had signed in, if they have just done so: a `SendRequest`. */
  readonly request: unknown;
  readonly filling: Pick<Filling, 'sending'>;
  readonly actions: Pick<FillingActions, 'beginAgain' | 'refuse'>;
};

/** The status of an entry, at its own address: from this device, or else from the server. */
export default function SentPage({ form, id, request, filling: { sending }, actions }: Props) {
  const { beginAgain, refuse } = actions;
  const [isAnotherOffered] = useState(() => mayFillInAnother(form, Date.now()));
  const onAnother = isAnotherOffered ? beginAgain : undefined;
  const { changes, unclaimed, isUnread } = useOutbox();
  const ofEntry = changes?.filter((it) => it.entry === id);
  const waiting = ofEntry?.findLast(isUndelivered);
  const isFromHere = sending.is === 'saved' && sending.changeId === waiting?.id;
  useServerIssues(isFromHere ? waiting : undefined, refuse);
  if (waiting) return <SavedPage form={form} change={waiting} onAnother={onAnother} />;
  const left = unclaimed.findLast((it) => it.entry === id);
  if (left) return <UnclaimedPage form={form} change={left} request={request} />;
  // For a sensitive form, the outbox knows only that the entry was sent.
  const deliveredEntry = isSensitive(form) ? undefined : lastDelivered(ofEntry);
  const apiEntry =
    sending.is === 'delivered' && sending.entry.id === id ? sending.entry : deliveredEntry;
  if (apiEntry) return <Receipt form={form} entry={apiEntry} onAnother={onAnother} />;
  if (!ofEntry && !isUnread) return <main id="main" className="page" aria-busy="true" />;
  return <Fetched form={form} id={id} onAnother={onAnother} />;
}

/** When the server rejects an entry sent from this page, its issues come back to the form. */
export function useServerIssues(
  change: QueuedChange | undefined,
  refuse: (issues: readonly Issue[]) => Promise<void>,
): void {
  const issues = issuesAbout(change);
  const bringBack = useEffectEvent(refuse);
  useEffect(() => {
    if (issues) void bringBack(issues);
  }, [issues]);
}

function issuesAbout(change: QueuedChange | undefined): readonly Issue[] | undefined {
  if (change?.status.is !== 'attention') return undefined;
  const { issues } = change.status.problem;
  return issues.length > 0 ? issues : undefined;
}

function lastDelivered(ofEntry: readonly QueuedChange[] | undefined): ApiEntry | undefined {
  const last = ofEntry?.at(-1)?.status;
  return last?.is === 'delivered' ? last.apiEntry : undefined;
}

type FetchedProps = Pick<Props, 'form' | 'id'> & { readonly onAnother: (() => void) | undefined };

function Fetched(props: FetchedProps) {
  const [tries, setTries] = useState(0);
  return <FetchedOnce key={tries} {...props} onRetry={() => setTries(tries + 1)} />;
}

function FetchedOnce({ form, id, onAnother, onRetry }: FetchedProps & { onRetry: () => void }) {
  const found = useOwnEntry(form, id);
  if (!found) return <main id="main" className="page" aria-busy="true" />;
  if (!found.ok) return <EntryUnavailable form={form} failure={found.problem} onRetry={onRetry} />;
  return <Receipt form={form} entry={found.value} onAnother={onAnother} />;
}
