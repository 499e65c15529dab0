import type { IgnoredTypes } from '../../template/service.ts';
import { arn } from '../../template/arn.ts';
import { named } from '../../template/resource-naming.ts';

/** Sources of events that exist only in AWS: a rule may wait for them in vain. */
export const deployedOnlySources = ['aws.guardduty'];

export const scanPlan = 'AWS::GuardDuty::MalwareProtectionPlan';

/** What sends such events. */
export const deployedOnlyTypes: IgnoredTypes = {
  [scanPlan]: {
    because: 'the scanners are AWS’s own; what they find arrives as events, which tests send',
    naming: {
      id: named('MalwareProtectionPlanId'),
      attributes: { Arn: (id) => arn('guardduty', `malware-protection-plan/${id}`) },
    },
  },
};
