import { err, ok, type Result } from '#core/values/result.ts';
import { openMicrophone, type NoMicrophone } from './open-microphone.ts';
import { createLevelMeter } from './level-meter.ts';

/** What has been recorded so far. */
export type Sound = {
  readonly seconds: number;
  /** From 0 to 1. Undefined where the browser does not say. */
  readonly level: number | undefined;
};

type Recording = {
  /** In seconds. */
  readonly longest: number;
  /** Called at once when it begins, and then several times a second. */
  readonly onSound: (sound: Sound) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
};

/** In bits per second: a voice is clear, and a minute takes about 250 kB. */
const audioBitsPerSecond = 32_000;

/** Milliseconds between two looks at the level. */
const interval = 100;

/** What every browser can record one of, and the server accepts. */
const recordable = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** What this browser records. Undefined if it cannot. */
export function recordedType(): string | undefined {
  if (!('MediaRecorder' in globalThis) || !('mediaDevices' in navigator)) return undefined;
  return recordable.find((it) => MediaRecorder.isTypeSupported(it));
}

/** Records until it is stopped, or is as long as it may be, or the microphone is taken away. */
export async function recordSound(
  mimeType: string,
  { longest, onSound, signal }: Recording,
): Promise<Result<Blob, NoMicrophone>> {
  const microphone = await openMicrophone();
  if (!microphone.ok) return microphone;
  const meter = createLevelMeter(microphone.value);
  try {
    return ok(
      await recorded(microphone.value, mimeType, { longest, onSound, signal }, meter.level),
    );
  } catch {
    return err('busy');
  } finally {
    for (const track of microphone.value.getTracks()) track.stop();
    meter.close();
  }
}

async function recorded(
  microphone: MediaStream,
  mimeType: string,
  { longest, onSound, signal }: Recording,
  level: () => number | undefined,
): Promise<Blob> {
  const type = mimeType.replace(/;.*/, '');
  if (signal.aborted) return new Blob([], { type });
  const recorder = new MediaRecorder(microphone, { mimeType, audioBitsPerSecond });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const isOver = new Promise((resolve) => recorder.addEventListener('stop', resolve));
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  signal.addEventListener('abort', stop);
  recorder.start(1000);
  const begun = performance.now();
  const report = () => {
    const seconds = (performance.now() - begun) / 1000;
    onSound({ seconds: Math.min(seconds, longest), level: level() });
    if (seconds >= longest) stop();
  };
  report();
  const timer = setInterval(report, interval);
  await isOver;
  clearInterval(timer);
  signal.removeEventListener('abort', stop);
  return new Blob(parts, { type });
}
