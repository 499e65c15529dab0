import { signatureOf, type AwsService } from '../machine/aws-request.ts';
import { failWith } from '../machine/aws-failure.ts';
import { jsonService } from '../machine/json-protocol.ts';
import type { Callers } from '../services/iam/iam-caller.ts';
import { decide } from '../services/iam/evaluate-policy.ts';
import { arn } from '../template/arn.ts';

/** Limits functions to reading the parameters that their roles allow. Other callers are administrators. */
export function withPermissions(callers: () => Callers, ssm: AwsService): AwsService {
  return async (request) => {
    const caller = callers().get(signatureOf(request)?.accessKey ?? '');
    if (!caller) return ssm(request);
    const permissionCheck = await jsonService((target, { Name, Names, Path }) => {
      const action = `ssm:${target.split('.').at(-1)}`;
      for (const name of [Names ?? Name ?? Path ?? '*'].flat().map(String)) {
        const decision = decide(caller.statements, action, arn('ssm', `parameter${name}`));
        if (!decision.allowed)
          failWith('AccessDeniedException', `${caller.functionName} may not, ${decision.because}.`);
      }
    })(request);
    return permissionCheck.status === 200 ? ssm(request) : permissionCheck;
  };
}
