import { decide } from '../iam/evaluate-policy.ts';
import { statementsOf } from '../iam/role-statements.ts';
import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';

/** Throws if AWS would not create the function: it writes with its own role to the queue for events that failed. */
export function refuseMissingQueuePermission(
  lambda: Resource,
  resources: readonly Resource[],
): void {
  const reader = readerOf(lambda);
  const queue = reader.text('DeadLetterConfig.TargetArn');
  if (queue === undefined) return;
  const statements = statementsOf(reader.requiredText('Role'), resources);
  const decision = decide(statements, 'sqs:SendMessage', queue);
  if (!decision.allowed)
    throw new Error(`${lambda.id} may not sqs:SendMessage on ${queue}, ${decision.because}.`);
}
