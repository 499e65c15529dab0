import {
  createElement,
  type AnchorHTMLAttributes,
  type MouseEvent,
  type ReactElement,
  type Ref,
} from 'react';
import {
  navigate as navigateAnywhere,
  useHistoryState,
  useLocationProperty,
} from 'wouter/use-browser-location';
import type { PagePath } from '../page-paths.ts';

/**
 * wouter's hooks, for paths of pages only. Its `Link` would bring its routes into the first load as well,
 * which the app finds by `pageAt`.
 */

export { useHistoryState };

type Target = PagePath | `?${string}`;

type NavigateOptions = { readonly replace?: boolean | undefined; readonly state?: unknown };

/** Where the address of a page is found. In a frame of another site’s page, it is in the fragment: src/embed/addresses-in-fragment.ts. */
export const addresses = {
  now: (): Pick<Location, 'pathname' | 'search'> => window.location,
  of: (to: string) => to,
};

/** Goes to a page, or to another query of the page that is shown. */
export const navigate = (to: Target, options?: NavigateOptions): void =>
  (navigateAnywhere as (to: string, options?: NavigateOptions) => void)(addresses.of(to), options);

/** The path that is shown, and how to go to another one. */
export function useLocation(): readonly [path: PagePath, navigate: typeof navigate] {
  return [useLocationProperty(() => addresses.now().pathname) as PagePath, navigate];
}

/** The query of the page that is shown. */
export function useSearch(): string {
  return useLocationProperty(() => addresses.now().search);
}

/** The path that is shown, with its query: where somebody returns who signs in meanwhile. */
export function useAddress(): PagePath {
  return `${useLocationProperty(() => addresses.now().pathname)}${useSearch()}` as PagePath;
}

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> &
  NavigateOptions & {
    readonly href: Target;
    readonly ref?: Ref<HTMLAnchorElement> | undefined;
  };

/** A link to a page of this app: a wrong one does not compile. */
export function Link({ replace, state, onClick, ...props }: LinkProps): ReactElement {
  return createElement('a', {
    ...props,
    href: addresses.of(props.href),
    onClick(event: MouseEvent<HTMLAnchorElement>) {
      onClick?.(event);
      // In a new tab or window, or saved: the browser's business.
      const isElsewhere = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (isElsewhere || event.button !== 0 || event.defaultPrevented) return;
      event.preventDefault();
      navigate(props.href, { replace, state });
    },
  });
}
