/** The account and region the local cloud plays; both land in every ARN. */
export const account = '000000000000';
export const region = 'us-east-1';

/** `arn('dynamodb', 'table/T')` → `arn:aws:dynamodb:us-east-1:000000000000:table/T`. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** IAM is global: its ARNs carry no region. */
export function roleArn(name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}
