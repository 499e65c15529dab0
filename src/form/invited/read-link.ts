import {
  linkPrefix,
  longestToken,
  parseInvitationText,
  type Invitation,
} from '#core/invitations/invitation.ts';

/** The token of the personal link with which the page was opened. It then leaves the address bar and the history. */
export function takeToken({ location, history }: Pick<Window, 'location' | 'history'>) {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(linkPrefix)) return undefined;
  history.replaceState(history.state, '', pathname + search);
  return decoded(hash.slice(linkPrefix.length)).slice(0, longestToken);
}

/** What a token says, for this form. Only the server knows whether it is true. */
export function invitationIn(token: string, form: string): Invitation | undefined {
  const invitation = parseInvitationText(fromBase64Url(token.split('.')[0] ?? ''));
  return invitation?.form === form ? invitation : undefined;
}

/** Programs that send messages may encode a link once more. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fromBase64Url(text: string): string {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(binary, (it) => it.charCodeAt(0)));
  } catch {
    return '';
  }
}
