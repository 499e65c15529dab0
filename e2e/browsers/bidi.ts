/** As much of WebDriver BiDi (https://w3c.github.io/webdriver-bidi/) as one page takes: a question, an answer. */
export type Bidi = Disposable & {
  call(method: string, params: object): Promise<unknown>;
};

type Answer = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
};

export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;

  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data)) as Answer;
    // Without an id it tells of an event, and nobody asked for any.
    const question = id === undefined ? undefined : waiting.get(id);
    if (error === undefined) question?.resolve(result);
    else question?.reject(new Error(`${error}: ${message}`));
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
      const id = (asked += 1);
      const question = Promise.withResolvers<unknown>();
      waiting.set(id, question);
      socket.send(JSON.stringify({ id, method, params }));
      return question.promise.finally(() => waiting.delete(id));
    },
    [Symbol.dispose]: () => socket.close(),
  };
}
