import { err, ok, type Result } from '#core/result.ts';

export type Place = { readonly Latitude: string; readonly Longitude: string };

/** Milliseconds: how long to look, and how old an answer may be. */
const options = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 };

/** A tenth of a metre. */
const decimals = 6;

/** Where the device is, or a sentence that says why it cannot tell. */
export function findMe(geolocation: Geolocation | undefined): Promise<Result<Place, string>> {
  if (!geolocation)
    return Promise.resolve(
      err('This browser cannot tell where you are. Enter the numbers instead.'),
    );
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve(
          ok({
            Latitude: String(Number(coords.latitude.toFixed(decimals))),
            Longitude: String(Number(coords.longitude.toFixed(decimals))),
          }),
        ),
      ({ code }) => resolve(err(failures[code] ?? failures[2])),
      options,
    );
  });
}

/** By GeolocationPositionError.code. */
const failures: { readonly [code: number]: string; readonly 2: string } = {
  1: 'This site may not ask where you are. Allow it in your browser’s settings, or enter the numbers.',
  2: 'Your device could not tell where you are. Try again under an open sky, or enter the numbers.',
  3: 'Finding where you are took too long. Try again, or enter the numbers.',
};
