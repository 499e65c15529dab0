import { useEffect, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useAuthor, useDeps } from '../../deps.ts';
import { readSeats, type Seats } from './read-seats.ts';

/** Milliseconds until the seats are read again, while the page is in sight. */
const pause = 60_000;

/** The seats of a form, as they were a moment ago. Undefined without a network: what is not known is not shown. */
export function useSeats(form: Form): Seats | undefined {
  const { call } = useDeps();
  const author = useAuthor(form);
  const [seats, setSeats] = useState<Seats>();
  const { id } = form;
  useEffect(() => {
    if (author === undefined) return undefined;
    let latest = {};
    const read = async () => {
      const current = {};
      latest = current;
      if (!navigator.onLine) return setSeats(undefined);
      const found = await readSeats(call, id, author);
      if (latest === current) setSeats(found);
    };
    const readInSight = () => document.visibilityState === 'visible' && void read();
    const timer = setInterval(readInSight, pause);
    const stop = new AbortController();
    const { signal } = stop;
    for (const it of ['online', 'offline'])
      window.addEventListener(it, () => void read(), { signal });
    document.addEventListener('visibilitychange', readInSight, { signal });
    void read();
    return () => {
      latest = {};
      clearInterval(timer);
      stop.abort();
    };
  }, [call, id, author]);
  return seats;
}
