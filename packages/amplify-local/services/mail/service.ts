import { failWith } from '../../machine/aws-failure.ts';
import type { AwsApi, Service } from '../../template/service.ts';
import { startEmailApi, type EmailApi } from './email-api.ts';
import { parseFaults, type Faults } from './email-faults.ts';
import { startInbox, type Inbox } from './mail-inbox.ts';

type Mail = { readonly inbox: Inbox; readonly emailApi: EmailApi };

/** An email API for functions, and the inbox where its mails and Cognito's arrive. No resource declares it. */
export const mail: Service<Mail> = {
  name: 'mail',
  resources: {},
  async start({ ports, inboxLook }) {
    await using started = new AsyncDisposableStack();
    const inbox = started.adopt(await startInbox({ port: ports.inbox, look: inboxLook }), (it) =>
      it.close(),
    );
    const emailApi = started.adopt(await startEmailApi(inbox.apiUrl), (it) => it.close());
    const parts = started.move();
    return {
      api: { inbox, emailApi },
      close: () => parts.disposeAsync(),
      handleAwsRequest: faultsApi(emailApi),
    };
  },
};

/** `/faults`, which is not AWS's: reads or sets the faults of the email API. */
export function faultsApi(emailApi: { faults: Faults }): AwsApi {
  return (_, input, { method, path }) => {
    if (path !== '/faults') return undefined;
    if (method !== 'PUT') return emailApi.faults;
    try {
      emailApi.faults = parseFaults(input);
    } catch (error) {
      failWith('ValidationError', (error as Error).message);
    }
    return emailApi.faults;
  };
}
