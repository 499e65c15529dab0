import { getOwn } from '#core/values/own-property.ts';
import { err, ok, type Result } from '#core/values/result.ts';

/** Where the device is, and how well it knows that, in metres. */
export type Position = {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: number;
  readonly altitude: number | null;
};

/** Why the location is not available. */
export type LocationFailure = 'none' | 'refused' | 'unavailable' | 'late';

type Wait = {
  /** In metres; the first position is good enough without it. */
  readonly accuracy?: number | undefined;
  /** Called with each position that is more accurate than the ones before. */
  readonly onBetter: (position: Position) => void;
  /** Ends the wait with the most accurate position so far. */
  readonly signal: AbortSignal;
};

/** Milliseconds, until the first position. */
const timeout = 15_000;

/** In milliseconds; a position that is waited for has to be a new one. */
const oldest = 60_000;

/** Gets the location of the device, and waits until it is accurate enough. `undefined` if it was stopped before. */
export function watchLocation(
  geolocation: Geolocation | undefined,
  { accuracy, onBetter, signal }: Wait,
): Promise<Result<Position | undefined, LocationFailure>> {
  if (!geolocation) return Promise.resolve(err('none'));
  return new Promise((resolve) => {
    let best: Position | undefined;
    const end = (result: Result<Position | undefined, LocationFailure>) => {
      signal.removeEventListener('abort', stop);
      geolocation.clearWatch(watch);
      resolve(result);
    };
    const stop = () => end(ok(best));
    const watch = geolocation.watchPosition(
      ({ coords }) => {
        if (best && coords.accuracy >= best.accuracy) return;
        best = coords;
        onBetter(coords);
        if (coords.accuracy <= (accuracy ?? Infinity)) stop();
      },
      ({ code }) => {
        // Later, a device in a tunnel has no new position: the one it had is still true.
        if (!best) end(err(getOwn(failures, String(code)) ?? 'unavailable'));
      },
      {
        enableHighAccuracy: true,
        timeout,
        maximumAge: accuracy === undefined ? oldest : 0,
      },
    );
    signal.addEventListener('abort', stop);
  });
}

/** Keyed by `GeolocationPositionError.code`. */
const failures: { readonly [code: number]: LocationFailure } = {
  1: 'refused',
  2: 'unavailable',
  3: 'late',
};
