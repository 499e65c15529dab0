import { err, ok, type Result } from '#core/values/result.ts';

/** Why there is nothing to record with. */
export type NoMicrophone = 'none' | 'refused' | 'busy';

/** The microphone, after the person has allowed it. */
export async function openMicrophone(): Promise<Result<MediaStream, NoMicrophone>> {
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ audio: true, video: false }));
  } catch (error) {
    const { name } = error as Partial<DOMException>;
    if (name === 'NotAllowedError' || name === 'SecurityError') return err('refused');
    return err(name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none');
  }
}
