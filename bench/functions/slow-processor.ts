import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A share of a processor, for a process to run in. */
export type SlowProcessor = Disposable & { readonly cgroup: string };

/** Microseconds: Lambda's own period. */
const period = 20_000;

/**
 * A cgroup with the quota that Lambda gives to a function of that many megabytes. Undefined if the machine
 * has no cgroups or does not permit it.
 */
export function slowProcessor(processors: number): SlowProcessor | undefined {
  const quota = Math.round(period * processors);
  const [v1, v2] = ['/sys/fs/cgroup/cpu', '/sys/fs/cgroup'];
  const isFirst = existsSync(join(v1, 'cpu.cfs_quota_us'));
  const cgroup = join(isFirst ? v1 : v2, `formstead-bench-${process.pid}`);
  try {
    mkdirSync(cgroup);
    if (isFirst) {
      writeFileSync(join(cgroup, 'cpu.cfs_period_us'), String(period));
      writeFileSync(join(cgroup, 'cpu.cfs_quota_us'), String(quota));
    } else writeFileSync(join(cgroup, 'cpu.max'), `${quota} ${period}`);
  } catch {
    return undefined;
  }
  return { cgroup, [Symbol.dispose]: () => rmdirSync(cgroup) };
}
