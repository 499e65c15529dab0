import type { Aws } from './signed-aws-calls.ts';

type Mappings = {
  readonly EventSourceMappings: readonly {
    readonly FunctionArn: string;
    readonly EventSourceArn: string;
  }[];
};

/** What the function answers: amplify/events/send-again.ts. */
type SentAgain = { readonly form: string; readonly webhook: string; readonly events: number };

/**
 * Sends again what webhooks gave up.
 * @param functionName the function, if the account has several
 * @returns a line for each webhook and form; `undefined` if it is another function
 */
export async function resendEvents(
  aws: Aws,
  functionName?: string,
): Promise<readonly string[] | undefined> {
  const query =
    functionName === undefined ? '' : `?FunctionName=${encodeURIComponent(functionName)}`;
  const { EventSourceMappings } = await aws.lambda<Mappings>(
    'GET',
    `event-source-mappings/${query}`,
  );
  // By the name that CDK gives the table of events.
  const found = EventSourceMappings.filter((it) => /:table\/[^/]*Events/.test(it.EventSourceArn));
  const names = found.map((it) => it.FunctionArn.split(':')[6] ?? '');
  const [name, ...others] = names.filter((it) => functionName === undefined || it === functionName);
  if (name === undefined) return undefined;
  if (others.length > 0)
    throw new Error(`Name the function with --function <name>:\n  ${names.join('\n  ')}`);
  const sent = await aws.lambda<readonly SentAgain[]>('POST', `functions/${name}/invocations`, {
    dead: true,
  });
  return sent.map(
    ({ form, webhook, events }) => `${form}: ${events} events for ${webhook} are sent again`,
  );
}
