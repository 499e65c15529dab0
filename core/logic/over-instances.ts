/** What logic outside a repeat asks about all its instances. Without an answer, there is no result either. */
type Instances<Instance> = readonly Instance[] | undefined;

/** How many instances there are; with a test, how many pass it. */
export function count<Instance>(
  instances: Instances<Instance>,
  test: (instance: Instance) => boolean | undefined = () => true,
): number | undefined {
  return instances?.filter((it) => test(it) === true).length;
}

/** The sum of a number of each instance. One that is not answered yet does not count; if none is, there is no sum. */
export function sum<Instance>(
  instances: Instances<Instance>,
  of: (instance: Instance) => number | undefined,
): number | undefined {
  const numbers = instances?.map(of).filter((it) => it !== undefined);
  return numbers && numbers.length > 0 ? numbers.reduce((one, other) => one + other) : undefined;
}

/** Whether an instance passes a test. */
export function any<Instance>(
  instances: Instances<Instance>,
  test: (instance: Instance) => boolean | undefined,
): boolean | undefined {
  return instances?.some((it) => test(it) === true);
}

/** Whether each instance passes a test. */
export function all<Instance>(
  instances: Instances<Instance>,
  test: (instance: Instance) => boolean | undefined,
): boolean | undefined {
  return instances?.every((it) => test(it) === true);
}
