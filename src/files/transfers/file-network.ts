/** What some browsers say about the network: https://wicg.github.io/netinfo/ */
export type Connection = {
  /** Such as `wifi` or `cellular`; only browsers on phones say so. */
  readonly type?: string;
  /** Whether the person has asked their device to save data. */
  readonly saveData?: boolean;
  addEventListener(type: 'change', listener: () => void): void;
};

/** Why files are not sent now, although there is a network. Entries are. */
export type Hold = 'wifi' | 'data-saver';

/** Whether files may be sent on the network that there is. */
export type FileNetwork = {
  /** Whether the browser says what kind of network it is. */
  readonly isKnown: boolean;
  readonly isOnlyOnWifi: () => Promise<boolean>;
  readonly chooseOnlyOnWifi: (isOn: boolean) => Promise<void>;
  readonly hold: () => Promise<Hold | undefined>;
  /** The person does not want to wait: files are sent until the network changes. */
  readonly sendAnyway: () => void;
  /** Called when any of this may have changed. */
  readonly subscribe: (listener: () => void) => () => void;
};

type Deps = {
  readonly connection: Connection | undefined;
  readonly choice: StoredChoice;
};

/** A choice that the service worker can read as well. */
export type StoredChoice = {
  readonly read: () => Promise<boolean>;
  readonly write: (isOn: boolean) => Promise<void>;
};

export function createFileNetwork({ connection, choice }: Deps): FileNetwork {
  const listeners = new Set<() => void>();
  let isSentAnyway = false;
  const changed = () => {
    for (const listener of listeners) listener();
  };
  connection?.addEventListener('change', () => {
    isSentAnyway = false;
    changed();
  });
  return {
    isKnown: isKnown(connection),
    isOnlyOnWifi: () => choice.read(),
    async chooseOnlyOnWifi(isOn) {
      await choice.write(isOn);
      changed();
    },
    hold: async () => (isSentAnyway ? undefined : holdOn(connection, await choice.read())),
    sendAnyway() {
      isSentAnyway = true;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function isKnown(connection: Pick<Connection, 'type'> | undefined): boolean {
  return connection?.type !== undefined && connection.type !== 'unknown';
}

/** A network that the browser says nothing about is no reason to wait: it might be for ever. */
export function holdOn(
  connection: Pick<Connection, 'type' | 'saveData'> | undefined,
  isOnlyOnWifi: boolean,
): Hold | undefined {
  const isUnmetered = connection?.type === 'wifi' || connection?.type === 'ethernet';
  if (isUnmetered) return undefined;
  if (isOnlyOnWifi && isKnown(connection)) return 'wifi';
  return connection?.saveData ? 'data-saver' : undefined;
}
