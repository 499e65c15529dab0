/** The smallest positive number that DynamoDB stores: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const smallestStorable = 1e-130;
/** Larger whole numbers are not exact in JavaScript, and the AWS SDK refuses them. */
export const largestStorable = Number.MAX_SAFE_INTEGER;

/** Whether DynamoDB stores the number exactly. */
export function isStorable(it: number): boolean {
  const size = Math.abs(it);
  return size <= largestStorable && (size === 0 || size >= smallestStorable);
}
