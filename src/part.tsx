import { Component, Suspense, lazy, useState, type ComponentType } from 'react';
import type { Elements } from './elements.ts';

type Options<Props> = {
  /** What stands there until it is loaded; with `null` whoever draws it has a `Suspense` of their own. */
  readonly Waiting?: ComponentType<Props> | null;
  /** What stands there when it cannot be loaded; left out, the page as a whole could not be shown. */
  readonly Missing?: ComponentType<Props & Again>;
};

type Again = { readonly again: () => void };

/**
 * A part of the app that is loaded when it is first drawn, and asked for again when it is drawn anew
 * after it could not be. The only way to load one: a part that is missing, because a deployment took it
 * away or the network went, must not take with it the page on which somebody types.
 */
export function part<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  { Waiting = Nothing, Missing }: Options<Props> = {},
): ComponentType<Props> {
  const loading = () =>
    load().catch((cause: unknown) => {
      throw Object.assign(new Error('A part of the app could not be loaded.', { cause }), unloaded);
    });
  // React keeps the failure of a part for ever.
  let latest = lazy(loading);
  const forget = () => void (latest = lazy(loading));

  function Attempt({ again, ...props }: Props & Again) {
    const [Loaded] = useState(() => latest);
    const own = props as unknown as Props;
    return (
      <Boundary missing={Missing && <Missing {...own} again={again} />} onFailed={forget}>
        {Waiting ? (
          <Suspense fallback={<Waiting {...own} />}>
            <Loaded {...own} />
          </Suspense>
        ) : (
          <Loaded {...own} />
        )}
      </Boundary>
    );
  }

  return function Part(props: Props) {
    const [attempts, setAttempts] = useState(0);
    return <Attempt key={attempts} {...props} again={() => setAttempts(attempts + 1)} />;
  };
}

/** For what the page does well enough without. */
export function Nothing() {
  return null;
}

type BoundaryProps = {
  readonly missing: Elements;
  readonly onFailed: () => void;
  readonly children: Elements;
};

/** A class, because React catches in no other way. */
class Boundary extends Component<BoundaryProps, { readonly failure?: unknown }> {
  override state: { readonly failure?: unknown } = {};

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override componentDidCatch() {
    this.props.onFailed();
  }

  override render() {
    const { missing, children } = this.props;
    if (!('failure' in this.state)) return children;
    const { failure } = this.state;
    // A page that is here and cannot be drawn needs no network.
    if (!missing || !isUnloaded(failure)) throw failure;
    return missing;
  }
}

const unloaded = { isUnloaded: true };

function isUnloaded(failure: unknown): boolean {
  return failure instanceof Error && 'isUnloaded' in failure;
}
