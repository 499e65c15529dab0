/** A connection to Chromium that records nothing unless it is asked to. */
export type DevtoolsConnection = Disposable & {
  send(method: string, params?: object): Promise<unknown>;
  /** Waits for an event of this name. Each event before it, of whatever name, is given to `onEvent`. */
  until(method: string, onEvent?: (event: DevtoolsEvent) => void): Promise<void>;
};

export type DevtoolsEvent = { readonly method: string; readonly params: unknown };

type Message = Partial<DevtoolsEvent> & {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: unknown;
};

/** https://chromedevtools.github.io/devtools-protocol/ */
export async function connectDevtools(url: string): Promise<DevtoolsConnection> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`Nothing answers at ${url}.`)));
  });
  let lastId = 0;
  const listeners = new Set<(message: Message) => void>();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    for (const it of listeners) it(message);
  });
  /** The first message of which the listener says that it was waited for. */
  const untilFound = (isFound: (message: Message) => boolean) =>
    new Promise<Message>((resolve) => {
      const listener = (message: Message) => {
        if (!isFound(message)) return;
        listeners.delete(listener);
        resolve(message);
      };
      listeners.add(listener);
    });
  return {
    async send(method, params = {}) {
      const id = (lastId += 1);
      const answered = untilFound((it) => it.id === id);
      socket.send(JSON.stringify({ id, method, params }));
      const { result, error } = await answered;
      if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
      return result;
    },
    async until(method, onEvent = () => {}) {
      await untilFound((it) => {
        if (it.method !== undefined && it.method !== method)
          onEvent({ method: it.method, params: it.params });
        return it.method === method;
      });
    },
    [Symbol.dispose]: () => socket.close(),
  };
}
