import { Component, type ReactNode } from 'react';
import { Page } from './page.tsx';

type Props = { readonly children: ReactNode };

/**
 * What is shown when drawing fails, a part of the app that could not be loaded among it.
 * A class, because React catches in no other way.
 */
export class LastResort extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Page heading="This page could not be shown" title="Something went wrong">
        <p>
          What you typed is kept on this device. Check your connection, then load the page again.
        </p>
        <p className="actions">
          <button className="button" type="button" onClick={() => window.location.reload()}>
            Load again
          </button>
        </p>
      </Page>
    );
  }
}
