import { setTimeout as wait } from 'node:timers/promises';

/** Sends so many a second, evenly, whether or not the earlier ones have been answered. */
export async function sendEvenly(
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

/** How many a second there are when some callers each send the next as soon as the last is answered. */
export async function capacity(
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
