import { signatureOf, type AwsService } from '../aws/call.ts';
import { failWith } from '../aws/failure.ts';
import { inJson } from '../aws/json-protocol.ts';
import type { Callers } from '../iam/caller.ts';
import { decide } from '../iam/evaluate.ts';
import { arn } from '../template/arn.ts';

/** Lets a function read what its role may, and nobody who is a function anything else. */
export function withRights(callers: () => Callers, ssm: AwsService): AwsService {
  return async (call) => {
    const caller = callers().get(signatureOf(call)?.accessKey ?? '');
    if (!caller) return ssm(call);
    const refusal = await inJson((target, { Name, Names, Path }) => {
      const action = `ssm:${target.split('.').at(-1)}`;
      for (const name of [Names ?? Name ?? Path ?? '*'].flat().map(String)) {
        const decision = decide(caller.statements, action, arn('ssm', `parameter${name}`));
        if (!decision.allowed)
          failWith('AccessDeniedException', `${caller.functionName} may not, ${decision.because}.`);
      }
    })(call);
    return refusal.status === 200 ? ssm(call) : refusal;
  };
}
