import { Component, useState } from 'react';
import { useDeps } from '../deps.ts';
import type { Elements } from '../ui/elements.ts';
import { useWaitingCount } from '../ui/use-outbox.ts';
import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';
import { Page } from '../ui/page.tsx';

type Props = { readonly at: string; readonly children: Elements };
type State = { readonly at: string; readonly hasFailed: boolean };

/**
 * Shown when rendering fails, including when a chunk could not be loaded. Navigating to another page
 * resets it. A class, because React offers no hook for error boundaries.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { at: this.props.at, hasFailed: false };

  static getDerivedStateFromProps({ at }: Props, before: State): State {
    return at === before.at ? before : { at, hasFailed: false };
  }

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <PageFailed /> : this.props.children;
  }
}

function PageFailed() {
  const { hasUnsavedInput } = useDeps();
  const waiting = useWaitingCount();
  const messages = useMessages('firstLoad', firstLoad);
  // Read once: unsaved input on another page of the app stays unsaved until that page is left.
  const [isHere] = useState(hasUnsavedInput);
  return (
    <Page heading={messages.notShown} title={messages.wentWrong}>
      <p>{isHere ? messages.onlyHere : messages.keptLoadAgain}</p>
      {waiting > 0 && <p>{messages.waiting(waiting)}</p>}
      <p className="actions">
        {isHere && (
          <button className="button" type="button" onClick={() => window.history.back()}>
            {messages.goBack}
          </button>
        )}
        <button
          className={isHere ? 'button-quiet' : 'button'}
          type="button"
          onClick={() => window.location.reload()}
        >
          {isHere ? messages.loseIt : messages.reload}
        </button>
      </p>
    </Page>
  );
}
