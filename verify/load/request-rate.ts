import { setTimeout as wait } from 'node:timers/promises';

/** Sends requests at a constant rate, whether or not earlier ones were answered. */
export async function sendAtRate(
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
  send: () => Promise<void>,
): Promise<void> {
  const sent: Promise<void>[] = [];
  const began = performance.now();
  for (const all = perSecond * seconds; sent.length < all; await wait(5)) {
    const due = Math.min(all, ((performance.now() - began) / 1000) * perSecond);
    while (sent.length < due) sent.push(send());
  }
  await Promise.all(sent);
}

/** The number of requests a second that callers reach if each sends the next as soon as the last is answered. */
export async function measureRate(
  { callers, seconds }: { readonly callers: number; readonly seconds: number },
  send: () => Promise<void>,
): Promise<number> {
  let answered = 0;
  const began = performance.now();
  const enough = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < enough) {
        await send();
        answered += 1;
      }
    }),
  );
  return (answered / (performance.now() - began)) * 1000;
}
