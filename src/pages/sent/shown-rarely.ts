/** What the page of a sent entry shows when something is in its way, in one file with what it loads. */
export { NeedsAttention } from '../conflict/needs-attention.tsx';
export { EntryUnavailable } from '../entry/entry-unavailable.tsx';
export { RetryNotice } from '../entry/retry-notice.tsx';
export { UnclaimedPage } from './unclaimed-page.tsx';
