import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/**
 * Which web pages a local server answers (programs always): none, its own, those served by this machine, or also
 * any other with a presigned URL, which the server then verifies.
 */
export type AllowedPages = 'none' | 'its own' | 'of this machine' | 'presigned';

const thisMachine = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Why a request is denied; undefined if it is allowed. Any web page can reach this machine: by its address,
 * which its browser reveals (`Origin`, `Sec-Fetch-Site`), or by a host name that it has pointed to 127.0.0.1
 * (DNS rebinding), which is then in `Host`.
 */
export function denialFor(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  pages: AllowedPages,
): string | undefined {
  const isPresigned = pages === 'presigned' && /[?&]X-Amz-Signature=/.test(url);
  const known = pages === 'presigned' ? 'of this machine' : pages;
  const isAllowed =
    thisMachine.test(headers.host ?? '') && (isPresigned || isPageAllowed(headers, known));
  return isAllowed ? undefined : 'This is for this machine, not for pages of the web.\n';
}

function isPageAllowed(
  headers: IncomingHttpHeaders,
  pages: Exclude<AllowedPages, 'presigned'>,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return isLoadAllowed(headers, pages);
  if (pages === 'none') return false;
  if (pages === 'its own') return origin === `http://${host}`;
  return /^https?:/.test(origin) && thisMachine.test(origin.replace(/^https?:\/\//, ''));
}

/** Whether a browser loads it without `Origin`: a page that somebody opens, or one of its subresources. */
function isLoadAllowed(
  headers: IncomingHttpHeaders,
  pages: Exclude<AllowedPages, 'presigned'>,
): boolean {
  const from = headers['sec-fetch-site'] ?? 'none';
  if (from === 'none') return true;
  if (pages === 'none') return false;
  // Any site may link to a page here: it cannot read what is opened.
  const isLink =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return isLink || from === 'same-origin' || (pages === 'of this machine' && from === 'same-site');
}
