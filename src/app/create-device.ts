import { createApiCaller, type ApiCaller } from '../cloud/api/api-caller.ts';
import { createWithoutAccount } from '../cloud/api/headers-without-account.ts';
import { createApiClient } from '../cloud/api/api-client.ts';
import type { Session } from '../cloud/session/session.ts';
import type { Deps } from '../deps.ts';
import type { Database } from '../device/device-database.ts';
import type { DeviceStorage } from '../device/device-storage.ts';
import { createEntryCache, type EntryCache } from '../device/entry-cache.ts';
import { createVault } from '../device/vault.ts';
import type { DeviceFiles } from '../files/device-files.ts';
import type { FileNetwork } from '../files/transfers/file-network.ts';
import type { Locks } from '../device/with-lock.ts';
import { createDrafts, unsealedDraft } from '../drafts/create-drafts.ts';
import { createDraftLocks } from '../drafts/draft-locks.ts';
import { createMemoryDrafts } from '../drafts/memory-drafts.ts';
import { createChangeStore } from '../outbox/changes/change-store.ts';
import { createOutbox } from '../outbox/create-outbox.ts';
import { createDeliver } from '../outbox/delivery/deliver.ts';
import { createDeliveryQueue, deliverWithLock } from '../outbox/delivery/delivery-queue.ts';
import type { Outbox } from '../outbox/outbox.ts';

/** What is stored on this device, and the client that sends it to the API. */
export type Device = {
  readonly api: Deps['api'];
  readonly call: ApiCaller;
  readonly entryCache: EntryCache;
  readonly drafts: ReturnType<typeof createDrafts>;
  readonly memoryDrafts: ReturnType<typeof createMemoryDrafts>;
  readonly outbox: Outbox;
  /** The bytes of files. Loaded when a form asks for some. */
  readonly files: () => Promise<DeviceFiles>;
  /** Whether files may be sent now. Loaded when there are some. */
  readonly fileNetwork: () => Promise<FileNetwork>;
  /** Deletes the bytes that nothing refers to any more. */
  readonly sweepFiles: () => Promise<void>;
};

type Ports = {
  readonly apiUrl: string;
  /** The ids of the forms with a sensitive field. */
  readonly sensitiveForms: readonly string[];
  /** Of the forms that are filled in with a personal link. */
  readonly invitedForms: readonly string[];
  readonly session: Session;
  readonly fetch: typeof fetch;
  readonly database: Database;
  readonly tab: DeviceStorage;
  readonly locks: Locks;
  readonly newId: () => string;
  readonly now: () => number;
  readonly random: () => number;
  /** The browser's own by default. */
  readonly fileNetwork?: FileNetwork;
  /** Called when the status of a change has changed. */
  readonly onDelivery?: () => void;
  /** Called when a change was saved. */
  readonly announce: () => void;
};

/** Loaded for forms that are filled in with a personal link. */
const loadLinks = () => import('../device/opened-links.ts');

/** Wires the parts of the device to these ports: the browser's own in `open-device.ts`, fakes in tests. */
export function createDevice(ports: Ports): Device {
  const { session, database, locks, now, newId } = ports;
  const vault = createVault(database);
  const { deviceKey, forgetDeviceKey } = vault;
  const inThisTab = new Map<string, string>();
  const openLinks = async () =>
    (await loadLinks()).createPersonalLinks({ database, vault, inThisTab });
  const call = createApiCaller({
    endpoint: ports.apiUrl,
    fetch: ports.fetch,
    tokens: session,
    withoutAccount: createWithoutAccount({
      deviceKey,
      async tokenFor(name, form, author) {
        if (author === undefined || !ports.invitedForms.includes(form)) return undefined;
        return (await loadLinks()).isForInvited(name)
          ? (await openLinks()).tokenOf(author, form)
          : undefined;
      },
    }),
  });
  const api = createApiClient(call);
  const changeStore = createChangeStore({ database, vault });
  const sensitive = new Set(ports.sensitiveForms);
  const isSensitiveForm = (form: string) => sensitive.has(form);

  /** What only forms with files need is loaded when there are files. */
  const sendFile = async (author: string, signal: AbortSignal) => {
    if ((await database((it) => it.count('transfers'))) === 0) return { is: 'done' as const };
    const { sendNextFile } = await import('../files/transfers/send-next-file.ts');
    const { onNetwork } = await import('../files/transfers/on-network.ts');
    const { fetch, random } = ports;
    const deps = { database, changeStore, call, fetch, now, random, onChange };
    const send = onNetwork(await fileNetwork(), sendNextFile.bind(undefined, deps));
    return send(author, signal);
  };
  let network: Promise<FileNetwork> | undefined;
  const fileNetwork = () => (network ??= openNetwork());
  async function openNetwork(): Promise<FileNetwork> {
    const { openFileNetwork } = await import('../files/transfers/open-file-network.ts');
    const opened = ports.fileNetwork ?? openFileNetwork();
    opened.subscribe(() => void outbox.flush());
    return opened;
  }
  const onChange = () => {
    ports.onDelivery?.();
    void outbox.reread();
  };

  const deliveryQueue = createDeliveryQueue({
    changeStore,
    tokens: session,
    deliver: createDeliver(call, async (change) => {
      const { shieldOf } = await import('../outbox/shield/shield-of.ts');
      return shieldOf({ deviceKey, now }, change);
    }),
    read: api.read,
    sendFile,
    locks,
    now,
    random: ports.random,
    onChange,
  });
  const files = async () => {
    const { createDeviceFiles } = await import('../files/device-files.ts');
    return createDeviceFiles({ database, newId, now });
  };
  const drafts = createDrafts({ database, vault, tab: ports.tab, locks, now });
  const outbox = createOutbox({
    changeStore,
    deliveryQueue,
    session,
    async outboxFiles() {
      const { createOutboxFiles } = await import('../files/exported/create-outbox-files.ts');
      return createOutboxFiles({ files: await files(), isSensitiveForm });
    },
    newId,
    now,
    announce: ports.announce,
    async adoptOnServer(author) {
      return (await import('../outbox/adopt-on-server.ts')).adoptOnServer(
        { call, deviceKey },
        author,
      );
    },
    forgetDeviceKey,
    flushDrafts: drafts.flush,
    openLinks,
  });

  const memoryDrafts = createMemoryDrafts(
    sensitive.size > 0
      ? import('../drafts/remove-sensitive-data.ts').then((it) =>
          it.removeSensitiveData({
            database,
            vault,
            changeStore,
            lockDraft: createDraftLocks(locks),
            unseal: unsealedDraft,
            isSensitive: isSensitiveForm,
          }),
        )
      : undefined,
  );
  let signOutCount = session.signOutCount();
  session.subscribe(() => {
    if (session.signOutCount() !== signOutCount) memoryDrafts.forget();
    signOutCount = session.signOutCount();
  });

  return {
    api: { ...api, deliver: deliverWithLock(deliveryQueue) },
    call,
    entryCache: createEntryCache({ database, vault }),
    drafts,
    memoryDrafts,
    outbox,
    files,
    fileNetwork,
    async sweepFiles() {
      if ((await database((it) => it.count('files'))) === 0) return;
      await (await import('../files/sweep-files.ts')).sweepFiles({ database, vault, now });
    },
  };
}
