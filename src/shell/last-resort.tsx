import { Component } from 'react';
import type { Elements } from '../elements.ts';
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
  const words = useWords('first', first);
  return (
    <Page heading={words.notShown} title={words.wentWrong}>
      <p>{words.keptLoadAgain}</p>
      <p className="actions">
        <button className="button" type="button" onClick={() => window.location.reload()}>
          {words.loadAgain}
        </button>
      </p>
    </Page>
  );
}
