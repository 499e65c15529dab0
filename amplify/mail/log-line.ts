import type { Fault } from '#core/fault.ts';
import type { Delivery } from './deliver.ts';

type Happened = {
  /** Where in the stream the record stands. */
  readonly sequence: string;
  readonly form?: string;
  readonly kind?: string;
  readonly outcome: Delivery;
};

type Told = { readonly backend: string; readonly now: () => Date };

const metrics: { readonly [Is in Delivery['is']]?: string } = {
  sent: 'MailsSent',
  refused: 'MailsRefused',
  stuck: 'MailsStuck',
  withheld: 'MailsWithheld',
};

/** One attempt as a line of JSON, which is its metric too, as the API's lines are. No address, no words. */
export function logLine(
  { backend, now }: Told,
  { sequence, form, kind, outcome }: Happened,
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
  return JSON.stringify({ sequence, form, mail: kind, outcome: outcome.is, code, ...metric });
}

/** A function of the form that failed, while its mails were written. */
export function faultLine(sequence: string, { form, function: name, error }: Fault): string {
  return JSON.stringify({ sequence, form, faults: { [`${name}: ${error}`]: 1 } });
}
