import { account, arn, region } from './arn.ts';
import type { Stack } from './assembly.ts';
import { uuid } from './physical-id.ts';

/** What a template may refer to without declaring it. */
export function pseudoParameters({ name, path }: Stack): { readonly [name: string]: unknown } {
  return {
    'AWS::AccountId': account,
    'AWS::NoValue': undefined,
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackId': arn('cloudformation', `stack/${name}/${uuid(`${path}stack`)}`),
    'AWS::StackName': name,
    'AWS::URLSuffix': 'amazonaws.com',
  };
}
