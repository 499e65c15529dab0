import { useEffect, useRef, useState } from 'react';
import { recordSound, type Sound } from './record-sound.ts';
import type { NoMicrophone } from './open-microphone.ts';

type Options = {
  /** In seconds. */
  readonly longest: number;
  /** Called with what was recorded, even if the question has left the page by then. */
  readonly onRecorded: (sound: Blob) => void;
};

/** Records one sound at a time. */
export function useRecorder({ longest, onRecorded }: Options) {
  const stopping = useRef<AbortController>(undefined);
  const [isStarting, setIsStarting] = useState(false);
  const [sound, setSound] = useState<Sound>();
  const [failure, setFailure] = useState<NoMicrophone>();
  /** In seconds: when something was heard last. */
  const [heardAt, setHeardAt] = useState(0);
  useEffect(() => () => stopping.current?.abort(), []);

  async function start(mimeType: string): Promise<void> {
    if (stopping.current) return;
    const stop = (stopping.current = new AbortController());
    setFailure(undefined);
    setIsStarting(true);
    setHeardAt(0);
    const onSound = (latest: Sound) => {
      setIsStarting(false);
      setSound(latest);
      // Where the browser does not say, it counts as heard.
      if (latest.level !== 0) setHeardAt(latest.seconds);
    };
    const recorded = await recordSound(mimeType, { longest, onSound, signal: stop.signal });
    stopping.current = undefined;
    if (recorded.ok) onRecorded(recorded.value);
    else setFailure(recorded.problem);
    setIsStarting(false);
    setSound(undefined);
  }

  return {
    /** The microphone is being asked for. */
    isStarting,
    /** While it is recorded. */
    sound,
    heardAt,
    failure,
    start: (mimeType: string) => void start(mimeType),
    stop: () => stopping.current?.abort(),
  };
}
