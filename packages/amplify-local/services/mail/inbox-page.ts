import { createHash } from 'node:crypto';
import { escapeHtml } from '../../machine/escape-html.ts';

/** A mail, as the email API lists it. */
export type ListedMail = {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly created_at: string;
};

/** Whose inbox it is, and in which colours: a style sheet with custom properties such as `--paper`. */
export type InboxLook = { readonly name: string; readonly theme: string };

/** Loads the page again when mail has arrived, but keeps open what is open. */
const script = `
const count = document.querySelectorAll('details.mail').length;
setInterval(async () => {
  const { data } = await (await fetch('/emails')).json();
  const isReading = document.querySelector('details[open]');
  if (data.length !== count && !isReading) location.reload();
}, 1000);
`;

/** The mails come from anybody, so nothing in them may run or be loaded. */
export const inboxPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** A page with every mail, newest first; a code for signing in is shown large. */
export function inboxPage(mails: readonly ListedMail[], { name, theme }: InboxLook): string {
  const title = `Inbox – ${escapeHtml(name)}`;
  const rows = mails.toReversed().map(mailRow).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><style>${theme}${style}</style></head><body><main>
<h1>Inbox</h1>
<p class="lead">All email is delivered here, whoever it is addressed to. Nothing leaves this computer. The inbox is emptied when the local cloud stops.</p>
${rows || '<p class="empty">No email yet. Create an account or send a form, and the email appears here.</p>'}
</main><script>${script}</script></body></html>`;
}

function mailRow({ from, to, subject, text, html, created_at }: ListedMail): string {
  const time = new Date(created_at);
  const code = codeIn(text ?? '');
  const markup = html
    ? `<details><summary>As HTML</summary><iframe sandbox srcdoc="${escapeHtml(html)}" title="The mail as HTML"></iframe></details>`
    : '';
  return `<details class="mail"><summary>
<span class="subject">${escapeHtml(subject)}</span>
<span class="to">to ${escapeHtml(to.join(', '))}</span>
<time datetime="${escapeHtml(created_at)}">${time.toLocaleTimeString('en-GB')}</time>
${code ? `<span class="code">${code}</span>` : ''}</summary>
<p class="from">From ${escapeHtml(from)}</p>
<p class="text" dir="auto">${escapeHtml(text ?? '')}</p>
${markup}</details>`;
}

/** The code in a mail that is about nothing else: "Your code is 123456". */
function codeIn(text: string): string | undefined {
  return text.length < 200 ? /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] : undefined;
}

const style = `
:root{color-scheme:light dark}
body{margin:0;font:1rem/1.5 var(--text,system-ui);color:var(--ink,CanvasText);background:var(--paper,Canvas)}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem}
h1{margin:0;font:600 2rem/1.2 var(--display,serif)}
.lead,.empty,.to,time,.from{color:var(--ink-soft,GrayText)}
.lead{margin:.25rem 0 1.5rem}
.mail{border:1px solid var(--hairline,GrayText);border-radius:.5rem;background:var(--sheet,Canvas);margin-block-end:.75rem;padding-inline:1rem}
.mail>summary{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:1rem;align-items:baseline;padding-block:.75rem;cursor:pointer;overflow-wrap:anywhere;list-style:none}
.mail>summary::-webkit-details-marker{display:none}
.subject{font-weight:600}
.to{grid-column:1/-1}
time{grid-column:2;grid-row:1;font-size:.875rem}
.code{grid-column:1/-1;margin-block-start:.5rem;font:600 2.25rem/1.2 ui-monospace,monospace;letter-spacing:.12em;color:var(--accent,LinkText);user-select:all}
.from{margin:0;border-block-start:1px solid var(--hairline,GrayText);padding-block-start:.75rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
details details{padding-block-end:1rem}
details details summary{min-height:2.75rem;line-height:2.75rem;cursor:pointer}
iframe{width:100%;min-height:16rem;border:1px solid var(--hairline,GrayText);background:#fff;color-scheme:light}
:focus-visible{outline:3px solid var(--accent,Highlight);outline-offset:2px}
`;
