import { useEffect, useState } from 'react';
import { readRoom, type Room } from '../device/room.ts';
import { about } from '../words/en/about.ts';
import { useWords } from '../words/speech.ts';
import { inBytes } from './in-bytes.ts';

/** How much of this device the app takes, and whether the browser has promised to leave it. */
export function Keeping() {
  const words = useWords('about', about);
  const [room, setRoom] = useState<Room>();
  useEffect(() => void readRoom(navigator.storage).then(setRoom), []);
  async function ask() {
    // oxlint-disable-next-line waits/bounded -- some browsers ask the person, who takes their time
    await navigator.storage.persist().catch(() => false);
    setRoom(await readRoom(navigator.storage));
  }
  return (
    <>
      <div>
        <dt>{words.room}</dt>
        <dd className="about-room">{room ? sizeInWords(room, words) : '…'}</dd>
      </div>
      <div>
        <dt>{words.whenFull}</dt>
        <dd className="about-promise">
          <output>{room ? words.promise[`${room.isPersistent}`] : '…'}</output>
          {room?.isPersistent === false && (
            <span className="about-action">
              <button className="button-second" type="button" onClick={() => void ask()}>
                {words.ask}
              </button>
            </span>
          )}
        </dd>
      </div>
    </>
  );
}

function sizeInWords({ usage, quota }: Room, words: typeof about): string {
  if (usage === undefined) return words.untold;
  return quota === undefined ? inBytes(usage) : words.ofPossible(inBytes(usage), inBytes(quota));
}
