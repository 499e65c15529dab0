import { pageAt, pathTo } from '../page-paths.ts';
import { addresses } from '../ui/navigation.ts';

/**
 * In a frame, the address stays `/embed/{form}`, the only one that may be framed: further pages are in its fragment, so
 * that the frame can be reloaded.
 */
export function keepAddressesInFragment(): void {
  const ownPath = pathTo.fill(pageAt(window.location.pathname).form ?? '');
  addresses.now = () => {
    const [, pathname = ownPath, search = ''] = /^#(\/[^?]*)(.*)/.exec(window.location.hash) ?? [];
    // Nobody enters a password inside another site’s page.
    return { pathname: pageAt(pathname).page === 'signIn' ? ownPath : pathname, search };
  };
  addresses.of = (to) => `#${to.startsWith('?') ? addresses.now().pathname : ''}${to}`;
}
