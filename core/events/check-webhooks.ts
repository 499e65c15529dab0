import { isRecord } from '../values/is-record.ts';
import { entryEvents, secretName, type Webhook } from './webhook.ts';

/**
 * Throws one error that lists everything wrong with the webhooks, in sentences for their author. Called when the
 * backend is synthesized, so that one that cannot work is never deployed.
 */
export function assertValidWebhooks(
  webhooks: readonly Webhook[],
  forms: readonly { readonly id: string }[],
): void {
  const issues = webhooks.flatMap((it, position) => issuesOfWebhook(it, position, forms));
  const names = webhooks.map(({ id }) => secretName(id));
  const repeated = webhooks.filter((_, i) => names.indexOf(names[i] ?? '') !== i);
  issues.push(...repeated.map(({ id }) => `More than one webhook has the id "${id}".`));
  if (issues.length > 0) throw new Error(issues.join('\n'));
}

function issuesOfWebhook(
  webhook: Webhook,
  position: number,
  forms: readonly { readonly id: string }[],
): readonly string[] {
  if (!isRecord(webhook)) return [`Number ${position + 1} in forms/webhooks.ts is no webhook.`];
  const { id, forms: formIds, events, payload = 'ids', allow = [] } = webhook;
  const unknown = formIds.filter((it) => !forms.some((form) => form.id === it));
  const strange = events.filter((it) => !entryEvents.includes(it));
  const found = [
    !/^[a-z][a-z0-9-]{0,30}$/.test(id) &&
      'its id needs 1 to 31 small letters, digits and hyphens, the first a letter.',
    ...unknown.map((it) => `there is no form "${it}".`),
    formIds.length === 0 && 'it has no forms.',
    ...strange.map((it) => `there is no event "${it}".`),
    events.length === 0 && 'it has no events.',
    !['ids', 'answers'].includes(payload) && 'its payload is "ids" or "answers".',
    issueOfUrl(webhook.url, allow.includes('http')),
  ];
  return found.filter((it) => it !== false).map((it) => `Webhook "${id}": ${it}`);
}

/** An address with a host and perhaps a port and a path: without a name or password, which would be in the repository. */
const address = /^(https?):\/\/[\w.:[\]-]+(?:\/[^\s#]*)?$/i;

function issueOfUrl(text: string, mayBePlain: boolean): string | false {
  const scheme = address.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined)
    return `its url "${text}" is no address like https://example.com/hook, without a name, a password or a fragment.`;
  return (
    scheme === 'http' && !mayBePlain && 'its url begins with http:, which needs allow: ["http"].'
  );
}
