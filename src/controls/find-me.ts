import { own } from '#core/own.ts';
import { err, ok, type Result } from '#core/result.ts';

export type Place = { readonly Latitude: string; readonly Longitude: string };

/** Milliseconds: how long to look, and how old an answer may be. */
const options = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 };

/** A tenth of a metre. */
const decimals = 6;

/** Why a device does not tell where it is. */
export type Unfound = 'none' | 'refused' | 'unavailable' | 'late';

/** Where the device is, or why it cannot tell. */
export function findMe(geolocation: Geolocation | undefined): Promise<Result<Place, Unfound>> {
  if (!geolocation) return Promise.resolve(err('none'));
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve(
          ok({
            Latitude: String(Number(coords.latitude.toFixed(decimals))),
            Longitude: String(Number(coords.longitude.toFixed(decimals))),
          }),
        ),
      ({ code }) => resolve(err(own(failures, String(code)) ?? 'unavailable')),
      options,
    );
  });
}

/** By GeolocationPositionError.code. */
const failures: { readonly [code: number]: Unfound } = {
  1: 'refused',
  2: 'unavailable',
  3: 'late',
};
