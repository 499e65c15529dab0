import { randomUUID } from 'node:crypto';
import type { Service } from '../../template/service.ts';
import { arn } from '../../template/arn.ts';
import { named } from '../../template/resource-naming.ts';
import { lambda } from '../lambda/service.ts';
import { deployedOnlyTypes, scanPlan } from './deployed-only.ts';
import { scheduleRulesOf } from './schedule-rules.ts';

const minute = 60_000;

/** Rules that call functions by the clock. Those for events of services that run here are refused. */
export const eventBridge: Service<undefined> = {
  name: 'schedules',
  resources: {
    'AWS::Events::Rule': {
      id: named('Name'),
      attributes: { Arn: (id) => arn('events', `rule/${id}`) },
    },
  },
  ignored: deployedOnlyTypes,
  check: (resources) => void scheduleRulesOf(resources),
  start({ backend, log, use }) {
    const { functionNamed } = use(lambda);
    if (backend.resources.some(({ type }) => type === scanPlan))
      log('Files are scanned for malware only in AWS: no result will arrive here.');
    let rules = scheduleRulesOf(backend.resources);
    let elapsed = 0;
    const timer = setInterval(() => {
      elapsed += 1;
      const now = new Date();
      for (const { id, targets } of rules.filter(({ runsIn }) => runsIn(now, elapsed)))
        for (const { functionName, input } of targets) void run(id, functionName, input);
    }, minute);

    async function run(rule: string, functionName: string, input: object): Promise<void> {
      const invocation = await functionNamed(functionName)?.invoke(input, randomUUID());
      if (invocation && !invocation.ok && invocation.reason !== 'closed')
        log(`Schedule ${rule}: ${functionName} ${invocation.reason}.`);
    }

    return {
      api: undefined,
      update(next) {
        rules = scheduleRulesOf(next.resources);
      },
      close: () => clearInterval(timer),
    };
  },
};
