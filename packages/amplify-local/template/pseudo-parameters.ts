import { account, arn, region } from './arn.ts';
import type { Stack } from './assembly.ts';
import { uuid } from './physical-id.ts';

/** The parameters that a template may refer to without declaring them. */
export function pseudoParameters(stack: Pick<Stack, 'name' | 'path'>): {
  readonly [name: string]: unknown;
} {
  return {
    'AWS::AccountId': account,
    'AWS::NoValue': undefined,
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackId': stackIdOf(stack),
    'AWS::StackName': stack.name,
    'AWS::URLSuffix': 'amazonaws.com',
  };
}

export function stackIdOf({ name, path }: Pick<Stack, 'name' | 'path'>): string {
  return arn('cloudformation', `stack/${name}/${uuid(`${path}stack`)}`);
}
