import { useEffect, useState } from 'react';
import { readRoom, type Room } from '../device/room.ts';
import { inBytes } from './in-bytes.ts';

/** How much of this device the app takes, and whether the browser has promised to leave it. */
export function Keeping() {
  const [room, setRoom] = useState<Room>();
  useEffect(() => void readRoom(navigator.storage).then(setRoom), []);
  async function ask() {
    await navigator.storage.persist().catch(() => false);
    setRoom(await readRoom(navigator.storage));
  }
  return (
    <>
      <div>
        <dt>Room it takes</dt>
        <dd className="about-room">{room ? sizeInWords(room) : '…'}</dd>
      </div>
      <div>
        <dt>When the device is full</dt>
        <dd className="about-promise">
          <output>{room ? promises[String(room.isPersistent)] : '…'}</output>
          {room?.isPersistent === false && (
            <span className="about-action">
              <button className="button-second" type="button" onClick={() => void ask()}>
                Ask the browser to keep it
              </button>
            </span>
          )}
        </dd>
      </div>
    </>
  );
}

const promises: { readonly [isPersistent: string]: string } = {
  true: 'The browser keeps it until you delete it',
  false: 'The browser may delete it: it has promised nothing',
  undefined: 'This browser does not say what it does',
};

function sizeInWords({ usage, quota }: Room): string {
  if (usage === undefined) return 'This browser does not say';
  return quota === undefined
    ? inBytes(usage)
    : `${inBytes(usage)}, of ${inBytes(quota)} there could be`;
}
