import { refuse } from '../failure.ts';
import { type Input, optionalTextIn, parameterIn, textIn, textsIn } from '../input.ts';
import { clientIn, type Pool } from '../pool.ts';
import type { ClientSettings } from '../settings.ts';
import { byChoice } from '../sign-in/by-choice.ts';
import { byPassword } from '../sign-in/by-password.ts';
import { byRefreshToken } from '../sign-in/by-refresh-token.ts';
import { offerSrp } from '../sign-in/by-srp.ts';

/** Signing in begins, by one of the flows the app client has. */
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
