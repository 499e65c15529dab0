import { useEffect, useRef, useState } from 'react';
import { locationMessages } from '../../messages/en/location.ts';
import { useMessages } from '../../messages/locale.ts';
import { distanceText } from './map/location-text.ts';
import { watchLocation, type Position } from './watch-location.ts';

type Props = {
  /** In metres: what is waited for, and then kept. */
  readonly accuracy: number | undefined;
  readonly onLocation: (typed: { readonly [part: string]: string }) => void;
};

/** Fills in the position of the device, at once or when it is accurate enough. */
export function OwnLocation({ accuracy, onLocation }: Props) {
  const messages = useMessages('location', locationMessages);
  const [status, setStatus] = useState('');
  const [isWaiting, setIsWaiting] = useState(false);
  const waiting = useRef<AbortController>(undefined);
  // The receiver costs power.
  useEffect(() => () => waiting.current?.abort(), []);

  async function fillIn() {
    waiting.current?.abort();
    const stop = new AbortController();
    waiting.current = stop;
    setStatus(messages.finding);
    setIsWaiting(true);
    const found = await watchLocation(navigator.geolocation, {
      accuracy,
      signal: stop.signal,
      onBetter: (position) => setStatus(progress(position)),
    });
    if (waiting.current !== stop) return;
    setIsWaiting(false);
    if (!found.ok) return setStatus(messages.unfound[found.problem]);
    if (!found.value) return setStatus('');
    setStatus(messages.filledIn(within(found.value)));
    onLocation(asTyped(found.value, accuracy !== undefined));
  }

  const within = ({ accuracy: metres }: Position) => distanceText(roundedMetres(metres), messages);
  const progress = (position: Position) =>
    accuracy === undefined
      ? messages.finding
      : messages.waiting(within(position), distanceText(accuracy, messages));

  return (
    <>
      <div className="actions">
        <button className="button-second" type="button" onClick={() => void fillIn()}>
          {messages.useMine}
        </button>
        {isWaiting && accuracy !== undefined && (
          <button className="button-second" type="button" onClick={() => waiting.current?.abort()}>
            {messages.stopWaiting}
          </button>
        )}
      </div>
      <output className="hint">{status}</output>
    </>
  );
}

/** Six decimals of a degree are about 0.1 m. */
const decimals = 6;

function asTyped({ latitude, longitude, accuracy, altitude }: Position, isMeasured: boolean) {
  return {
    Latitude: rounded(latitude, decimals),
    Longitude: rounded(longitude, decimals),
    ...(isMeasured && { Accuracy: rounded(accuracy, 1) }),
    ...(isMeasured && altitude !== null && { Altitude: rounded(altitude, 1) }),
  };
}

function rounded(it: number, digits: number): string {
  return String(Number(it.toFixed(digits)));
}

function roundedMetres(metres: number): number {
  return metres < 10 ? Number(metres.toFixed(1)) : Math.round(metres);
}
