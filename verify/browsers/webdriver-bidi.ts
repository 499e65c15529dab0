/**
 * The part of WebDriver BiDi (https://w3c.github.io/webdriver-bidi/) that one page needs: commands and their
 * results.
 */
export type Bidi = Disposable & {
  call(method: string, params: object): Promise<unknown>;
};

type BidiMessage = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
};

export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;

  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data)) as BidiMessage;
    // A message without an id is an event, and none are subscribed to.
    const pending = id === undefined ? undefined : waiting.get(id);
    if (error === undefined) pending?.resolve(result);
    else pending?.reject(new Error(`${error}: ${message}`));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser has gone.'));
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`Nobody answers at ${url}.`)));
  });

  return {
    call(method, params) {
      const id = (lastId += 1);
      const pending = Promise.withResolvers<unknown>();
      waiting.set(id, pending);
      socket.send(JSON.stringify({ id, method, params }));
      return pending.promise.finally(() => waiting.delete(id));
    },
    [Symbol.dispose]: () => socket.close(),
  };
}
