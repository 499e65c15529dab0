import type { ReactElement } from 'react';
import {
  Link as AnyLink,
  Redirect as AnyRedirect,
  useLocation as useAnyLocation,
  type LinkProps,
} from 'wouter';
import type { PagePath } from '../page-paths.ts';

type NavigateOptions = { readonly replace?: boolean; readonly state?: unknown };

type Props = Omit<LinkProps, 'href' | 'to'> & {
  /** A page, or another query of the page that is shown. */
  readonly href: PagePath | `?${string}`;
};

/** The router's link, which accepts paths of pages only: a wrong link does not compile. */
export const Link = AnyLink as (props: Props) => ReactElement;

export const Redirect = AnyRedirect as (props: {
  readonly to: PagePath;
  readonly replace?: boolean;
}) => null;

/** The path that is shown, and how to go to another one. */
export const useLocation = useAnyLocation as () => readonly [
  path: PagePath,
  navigate: (to: PagePath, options?: NavigateOptions) => void,
];
