export type Sent = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Answered = {
  readonly status: number;
  /** When the server says it is. */
  readonly date: string | undefined;
  readonly body: string;
};

/** One exchange with one server; rejects when there was none, with Node's `code` for why. */
export type Wire = (sent: Sent) => Promise<Answered>;

/** @param patience milliseconds from asking to the end of the answer, connecting included */
export function createWire(endpoint: URL, patience: number): Wire {
  // An `import` of either would evaluate all they export, and so load WebSocket and undici: 30 ms of a
  // cold start (nodejs/node#59686).
  const http = process.getBuiltinModule(endpoint.protocol === 'http:' ? 'node:http' : 'node:https');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
  const { hostname: host, port } = endpoint;

  return ({ method, headers, body }) =>
    new Promise((resolve, reject) => {
      const request = http.request({ host, port, method, path: '/', headers, agent });
      const clock = setTimeout(() => request.destroy(late()), patience);
      const fail = (error: NodeJS.ErrnoException) => {
        clearTimeout(clock);
        // The log tells an error's name and nothing else; Node calls them all `Error`.
        reject(Object.assign(error, { name: error.code ?? error.name }));
      };
      request.on('error', fail);
      request.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (more: string) => (text += more));
        response.on('error', fail);
        response.on('end', () => {
          clearTimeout(clock);
          resolve({ status: response.statusCode ?? 0, date: response.headers.date, body: text });
        });
      });
      request.end(body);
    });
}

function late(): Error {
  return Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' });
}
