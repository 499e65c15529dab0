import { Component, useState } from 'react';
import { useDeps } from '../deps.ts';
import type { Elements } from '../elements.ts';
import { useWaiting } from '../outbox/use-outbox.ts';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';
import { Page } from './page.tsx';

type Props = { readonly at: string; readonly children: Elements };
type State = { readonly at: string; readonly hasFailed: boolean };

/**
 * What is shown when drawing fails, a part of the app that could not be loaded among it.
 * Another page may well be drawn. A class, because React catches in no other way.
 */
export class LastResort extends Component<Props, State> {
  override state: State = { at: this.props.at, hasFailed: false };

  static getDerivedStateFromProps({ at }: Props, before: State): State {
    return at === before.at ? before : { at, hasFailed: false };
  }

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <NotShown /> : this.props.children;
  }
}

function NotShown() {
  const { isTypedHere } = useDeps();
  const waiting = useWaiting();
  const words = useWords('first', first);
  // As it is now: what is on another page of the app is so until that is left.
  const [isHere] = useState(isTypedHere);
  return (
    <Page heading={words.notShown} title={words.wentWrong}>
      <p>{isHere ? words.onlyHere : words.keptLoadAgain}</p>
      {waiting > 0 && <p>{words.waiting(waiting)}</p>}
      <p className="actions">
        {isHere && (
          <button className="button" type="button" onClick={() => window.history.back()}>
            {words.goBack}
          </button>
        )}
        <button
          className={isHere ? 'button-quiet' : 'button'}
          type="button"
          onClick={() => window.location.reload()}
        >
          {isHere ? words.loseIt : words.loadAgain}
        </button>
      </p>
    </Page>
  );
}
