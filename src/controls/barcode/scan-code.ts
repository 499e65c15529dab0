import type { BarcodeFormat } from '#core/form/field.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { loadCodeDetector, type CodeDetector } from './code-detector.ts';

/** Why no code can be read. */
export type ScanFailure = 'none' | 'refused' | 'busy' | 'unloaded';

type Scan = {
  /** Shows what the camera sees. */
  readonly video: HTMLVideoElement;
  readonly formats: readonly BarcodeFormat[] | undefined;
  /** Called once the camera has started. */
  readonly onStarted: () => void;
  /** Stops the camera. */
  readonly signal: AbortSignal;
};

/** Milliseconds between two looks: a phone's processor is busy for some of them. */
const pause = 150;

/** Reads the first code that the camera sees. `''` if it was stopped before. */
export async function scanCode({
  video,
  formats,
  onStarted,
  signal,
}: Scan): Promise<Result<string, ScanFailure>> {
  const detector = loadCodeDetector(formats).catch(() => undefined);
  const camera = await openCamera();
  if (!camera.ok) return camera;
  try {
    if (signal.aborted) return ok('');
    video.srcObject = camera.value;
    await video.play().catch(() => undefined);
    const loaded = await detector;
    if (!loaded) return err('unloaded');
    onStarted();
    return ok(await firstCode(loaded, video, signal));
  } finally {
    for (const track of camera.value.getTracks()) track.stop();
    video.srcObject = null;
  }
}

async function firstCode(
  detector: CodeDetector,
  video: HTMLVideoElement,
  signal: AbortSignal,
): Promise<string> {
  while (!signal.aborted) {
    // It fails while the video has no picture yet.
    const found = await detector.detect(video).catch(() => []);
    const code = found.find(({ rawValue }) => rawValue !== '');
    if (code) return code.rawValue;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return '';
}

/** The camera that faces away from the person, if there are several. */
async function openCamera(): Promise<Result<MediaStream, ScanFailure>> {
  // Missing without https, and in some browsers inside other apps.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return err('none');
  try {
    return ok(await devices.getUserMedia({ video: { facingMode: 'environment' }, audio: false }));
  } catch (error) {
    const { name } = error as Partial<DOMException>;
    if (name === 'NotAllowedError' || name === 'SecurityError') return err('refused');
    return err(name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none');
  }
}
