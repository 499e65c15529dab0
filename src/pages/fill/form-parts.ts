import { useEffect } from 'react';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';

/** Not in the first load, but loaded right after it: src/app/preload-parts.ts. */
export const DraftNotice = lazyPart(() => import('./draft-notice.tsx'), { Missing: Nothing });
export const ErrorSummary = lazyPart(() => import('../../form/error-summary.tsx'), {
  Missing: ToFirstError,
});

/** Focuses the first invalid field when the error summary could not be loaded. */
function ToFirstError() {
  useEffect(() => document.querySelector<HTMLElement>('main [aria-invalid=true]')?.focus(), []);
  return null;
}
