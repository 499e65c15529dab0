import { pathTo, type PagePath } from '../page-paths.ts';

/** Stands for the app's origin: it only matters whether the origin changes. */
const here = 'https://app.invalid';

/** Where to go after signing in: a path of this app, resolved as a browser does, and never another site. */
export function returnPath(search: string): PagePath {
  const wanted = new URLSearchParams(search).get('return') ?? '';
  try {
    const url = new URL(wanted, here);
    const path = url.href.slice(here.length);
    // `/.//evil.example` parses as a path here, but the path it normalises to is another site.
    const isElsewhere = path.startsWith('//') || path.startsWith(pathTo.signIn());
    const isOurs = wanted.startsWith('/') && url.origin === here && !isElsewhere;
    return isOurs ? (path as PagePath) : pathTo.home();
  } catch {
    return pathTo.home();
  }
}
