import { nobody, type Tokens } from '../cloud/session/identity.ts';
import type { DeliveryQueue } from '../outbox/delivery/delivery-queue.ts';

type Deps = {
  readonly deliveryQueue: Pick<DeliveryQueue, 'flush'>;
  readonly tokens: Pick<Tokens, 'token'>;
  /** Whether files of whoever is signed in wait for another network. */
  readonly mustWaitForNetwork: () => Promise<boolean>;
};

/**
 * Flushes the outbox of this device, and that of whoever is signed in, whatever became of the first. Throws if
 * something is left, so that the browser tries again.
 */
export async function deliverAll({
  deliveryQueue,
  tokens,
  mustWaitForNetwork,
}: Deps): Promise<void> {
  const ofDevice = await deliveryQueue.flush(nobody, { force: true });
  const signedIn = await tokens.token();
  if (!signedIn.ok && signedIn.problem !== 'signed-out') throw new Error('Not now.');
  const ofPerson = signedIn.ok
    ? await deliveryQueue.flush(signedIn.value.person.username, { force: true })
    : undefined;
  const isLeft = ofDevice.is === 'paused' || ofPerson?.is === 'paused';
  if (isLeft || (ofPerson && (await mustWaitForNetwork())))
    throw new Error('Not everything was delivered.');
}
