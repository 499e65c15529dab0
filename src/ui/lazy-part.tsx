import { memo, type ComponentType } from 'react';
import { useLoaded } from './use-loaded.ts';

type Options<Props> = {
  /** Shown while it loads. */
  readonly Waiting?: ComponentType<Props>;
  /** Shown when it cannot be loaded. Without it, the error reaches the page's error boundary. */
  readonly Missing?: ComponentType<Props & Retry>;
};

type Retry = { readonly retry: () => void };

/**
 * A part of the app that is loaded when first drawn, and again when it is drawn anew after a failure. The only way to
 * load one: a chunk that is missing, because of a deployment or the network, must not take down the page on which
 * somebody types. Without React's own `lazy`, whose `Suspense` shows what has loaded up to 300 ms later, so that little
 * flickers.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  { Waiting = Nothing, Missing }: Options<Props> = {},
): ComponentType<Props> {
  let loaded: { readonly default: ComponentType<Props> } | undefined;
  const loading = { now: () => loaded, load: async () => (loaded = await load()) };

  // Not drawn again with each key of a form that has it.
  return memo(function Part(props: Props) {
    const { value, retry } = useLoaded(loading, load);
    if (value) return <value.default {...props} />;
    if (!retry) return <Waiting {...props} />;
    if (!Missing) throw new Error('A part of the app could not be loaded.');
    return <Missing {...props} retry={retry} />;
  });
}

/** For parts that the page can do without. */
export function Nothing() {
  return null;
}
