import { refuse } from '../pool/cognito-failure.ts';
import {
  type Input,
  optionalTextIn,
  parameterIn,
  textIn,
  textsIn,
} from '../pool/operation-input.ts';
import { clientIn, type Pool } from '../pool/user-pool.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';
import { byChoice } from '../sign-in/choice-flow.ts';
import { byPassword } from '../sign-in/password-flow.ts';
import { byRefreshToken } from '../sign-in/refresh-token-flow.ts';
import { offerSrp } from '../sign-in/srp-flow.ts';

/** Starts a sign-in, by one of the app client's flows. */
export function initiateAuth(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  const flow = textIn(input, 'AuthFlow');
  const parameters = textsIn(input, 'AuthParameters');
  switch (flow) {
    case 'USER_SRP_AUTH':
      requireFlow(client, flow, 'USER_SRP_AUTH is not enabled for the client.');
      return offerSrp(pool, client, parameters);
    case 'USER_PASSWORD_AUTH':
      requireFlow(client, flow, 'USER_PASSWORD_AUTH flow not enabled for this client');
      return byPassword(pool, client, parameters);
    case 'USER_AUTH':
      requireFlow(client, flow, 'USER_AUTH flow not enabled for this client');
      return byChoice(pool, client, parameters, optionalTextIn(input, 'Session'));
    case 'REFRESH_TOKEN':
    case 'REFRESH_TOKEN_AUTH':
      requireFlow(client, 'REFRESH_TOKEN_AUTH', 'Auth flow not enabled for this client');
      return byRefreshToken(pool, client, parameterIn(parameters, 'REFRESH_TOKEN'));
    case 'CUSTOM_AUTH':
      return refuse(
        'InvalidParameterException',
        'Custom auth lambda trigger is not configured for the user pool.',
      );
    default:
      return refuse('InvalidParameterException', 'Unsupported AuthFlow.');
  }
}

function requireFlow(client: ClientSettings, flow: string, otherwise: string): void {
  if (!client.authFlows.includes(flow)) refuse('InvalidParameterException', otherwise);
}
