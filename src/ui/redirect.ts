import { useLayoutEffect } from 'react';
import type { PagePath } from '../page-paths.ts';
import { navigate } from './navigation.ts';

type Props = { readonly to: PagePath; readonly replace?: boolean };

/** Goes to another page as soon as it is rendered. Not in the first load, which has no use for it. */
export function Redirect({ to, replace }: Props) {
  useLayoutEffect(() => navigate(to, { replace }), [to, replace]);
  return null;
}
