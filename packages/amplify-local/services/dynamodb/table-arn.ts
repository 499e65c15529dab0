import { arn } from '../../template/arn.ts';

/** `T` or its ARN → its ARN; with an index, the index's. */
export function tableArn(table: string, index?: string): string {
  const whole = table.startsWith('arn:') ? table : arn('dynamodb', `table/${table}`);
  return index === undefined ? whole : `${whole}/index/${index}`;
}
