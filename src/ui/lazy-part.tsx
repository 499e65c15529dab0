import { Component, Suspense, lazy, memo, useState, type ComponentType } from 'react';
import type { Elements } from './elements.ts';

type Options<Props> = {
  /** Shown while it loads. With `null`, the parent has its own `Suspense`. */
  readonly Waiting?: ComponentType<Props> | null;
  /** Shown when it cannot be loaded. Without it, the error reaches the page's error boundary. */
  readonly Missing?: ComponentType<Props & Retry>;
};

type Retry = { readonly retry: () => void };

/**
 * A part of the app that is loaded when first rendered, and again on the next render after a failure.
 * The only way to load one: a chunk that is missing, because of a deployment or the network, must not
 * take down the page on which somebody types.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  { Waiting = Nothing, Missing }: Options<Props> = {},
): ComponentType<Props> {
  const loading = () =>
    load().catch((cause: unknown) => {
      throw Object.assign(new Error('A part of the app could not be loaded.', { cause }), unloaded);
    });
  // React caches a lazy component's failure for good.
  let latest = lazy(loading);
  const dropFailure = () => void (latest = lazy(loading));

  function Attempt({ retry, ...props }: Props & Retry) {
    const [Loaded] = useState(() => latest);
    const own = props as unknown as Props;
    return (
      <Boundary missing={Missing && <Missing {...own} retry={retry} />} onFailed={dropFailure}>
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

  // Not drawn again with each key of a form that has it.
  return memo(function Part(props: Props) {
    const [attempts, setAttempts] = useState(0);
    return <Attempt key={attempts} {...props} retry={() => setAttempts(attempts + 1)} />;
  });
}

/** For parts that the page can do without. */
export function Nothing() {
  return null;
}

type BoundaryProps = {
  readonly missing: Elements;
  readonly onFailed: () => void;
  readonly children: Elements;
};

/** A class, because React offers no hook for error boundaries. */
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
    // An error in a page that did load has nothing to do with the network.
    if (!missing || !isUnloaded(failure)) throw failure;
    return missing;
  }
}

const unloaded = { isUnloaded: true };

function isUnloaded(failure: unknown): boolean {
  return failure instanceof Error && 'isUnloaded' in failure;
}
