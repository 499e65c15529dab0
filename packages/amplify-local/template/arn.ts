/** The account and region of the local cloud, which every ARN contains. */
export const account = '000000000000';
export const region = 'us-east-1';

/** `arn('dynamodb', 'table/T')` → `arn:aws:dynamodb:us-east-1:000000000000:table/T`. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** IAM is global: its ARNs have no region. */
export function roleArn(name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}
