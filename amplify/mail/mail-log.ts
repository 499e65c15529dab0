import { getOwn } from '#core/values/own-property.ts';
import type { FormError } from '#core/form/safe-call.ts';
import type { DeliveryResult } from './deliver-mail.ts';

type LoggedDelivery = {
  /** The record's sequence number in the stream. */
  readonly sequence: string;
  readonly form?: string;
  readonly kind?: string;
  readonly outcome: DeliveryResult;
};

type LogDeps = { readonly backend: string; readonly now: () => Date };

const metrics: { readonly [Is in DeliveryResult['is']]?: string } = {
  sent: 'MailsSent',
  refused: 'MailsRefused',
  blocked: 'MailsStuck',
  withheld: 'MailsWithheld',
};

/** What dashboards and saved queries already look for. */
const loggedOutcome: { readonly [Is in DeliveryResult['is']]?: string } = { blocked: 'stuck' };

/**
 * One attempt as a line of JSON in CloudWatch's embedded metric format, like the API's lines. It contains
 * no address and nothing of what the mail says.
 */
export function logLine(
  { backend, now }: LogDeps,
  { sequence, form, kind, outcome }: LoggedDelivery,
): string {
  const name = metrics[outcome.is];
  const metric = name && {
    backend,
    [name]: 1,
    _aws: {
      Timestamp: now().getTime(),
      CloudWatchMetrics: [
        {
          Namespace: 'Formstead',
          Dimensions: [['backend']],
          Metrics: [{ Name: name, Unit: 'Count' }],
        },
      ],
    },
  };
  const code = 'code' in outcome ? outcome.code : undefined;
  return JSON.stringify({
    sequence,
    form,
    mail: kind,
    outcome: getOwn(loggedOutcome, outcome.is) ?? outcome.is,
    code,
    ...metric,
  });
}

/** One of the form's own functions threw while its mails were being written. */
export function formErrorLine(
  sequence: string,
  { form, function: name, error }: FormError,
): string {
  return JSON.stringify({ sequence, form, faults: { [`${name}: ${error}`]: 1 } });
}
