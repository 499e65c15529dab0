import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Which web pages a local server answers, besides programs: none, those it serves itself, or all that this machine serves. */
export type Pages = 'none' | 'its own' | 'of this machine';

const thisMachine = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Why somebody is not answered; nothing when they are. Any page of the web can reach this machine: by its
 * address, which its browser then says (`Origin`, `Sec-Fetch-Site`), or by a name of its own that it has
 * turned to 127.0.0.1 (DNS rebinding), which is then in `Host`.
 */
export function refusalFor(
  { headers }: Pick<IncomingMessage, 'headers'>,
  pages: Pages,
): string | undefined {
  const isMeant = thisMachine.test(headers.host ?? '') && isPageMeant(headers, pages);
  return isMeant ? undefined : 'This is for this machine, not for pages of the web.\n';
}

function isPageMeant(headers: IncomingHttpHeaders, pages: Pages): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return isLoadMeant(headers, pages);
  if (pages === 'none') return false;
  if (pages === 'its own') return origin === `http://${host}`;
  return /^https?:/.test(origin) && thisMachine.test(origin.replace(/^https?:\/\//, ''));
}

/** What a browser loads without saying for whom: the pages that people open, and what these are made of. */
function isLoadMeant(headers: IncomingHttpHeaders, pages: Pages): boolean {
  const from = headers['sec-fetch-site'] ?? 'none';
  if (from === 'none') return true;
  if (pages === 'none') return false;
  // Anybody may link to a page here: they do not see what is opened.
  const isLink =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return isLink || from === 'same-origin' || (pages === 'of this machine' && from === 'same-site');
}
