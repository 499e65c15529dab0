import { getOwn } from '#core/values/own-property.ts';
import { err, ok, type Result } from '#core/values/result.ts';

export type LocationText = { readonly Latitude: string; readonly Longitude: string };

/** Times in milliseconds. A cached position may be up to a minute old. */
const options = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 };

/** Six decimals of a degree are about 0.1 m. */
const decimals = 6;

/** Why the location is not available. */
export type LocationFailure = 'none' | 'refused' | 'unavailable' | 'late';

/** Gets the location of the device. */
export function findCurrentLocation(
  geolocation: Geolocation | undefined,
): Promise<Result<LocationText, LocationFailure>> {
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
      ({ code }) => resolve(err(getOwn(failures, String(code)) ?? 'unavailable')),
      options,
    );
  });
}

/** Keyed by `GeolocationPositionError.code`. */
const failures: { readonly [code: number]: LocationFailure } = {
  1: 'refused',
  2: 'unavailable',
  3: 'late',
};
