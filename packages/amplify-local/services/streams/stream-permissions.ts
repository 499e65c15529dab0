import { decide } from '../iam/evaluate-policy.ts';
import { statementsOf } from '../iam/role-statements.ts';
import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import type { MappingSettings } from './mapping-settings.ts';

const streamReadActions = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];

/**
 * Lambda reads a stream and writes to the failure queue with the function's role. Without the permissions, AWS
 * does not create the mapping and the deployment fails; this throws.
 */
export function refuseMissingStreamPermissions(
  { functionName, streamArn, onFailure }: MappingSettings,
  resources: readonly Resource[],
): void {
  const lambda = resources.find(
    ({ type, id }) => type === 'AWS::Lambda::Function' && id === functionName,
  );
  if (!lambda) throw new Error(`${functionName} is no function of the backend.`);
  const statements = statementsOf(readerOf(lambda).requiredText('Role'), resources);
  const needed = [
    ...streamReadActions.map((action) => ({ action, on: streamArn })),
    ...(onFailure === undefined ? [] : [{ action: 'sqs:SendMessage', on: onFailure }]),
  ];
  for (const { action, on } of needed) {
    const decision = decide(statements, action, on);
    if (!decision.allowed)
      throw new Error(`${functionName} may not ${action} on ${on}, ${decision.because}.`);
  }
}
