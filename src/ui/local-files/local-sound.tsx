import type { SyntheticEvent } from 'react';
import type { FileReference } from '#core/files/file-reference.ts';
import { useLocalUrl } from './use-local-url.ts';

/** A recording that is on this device, with the browser's own buttons to play it. */
export function LocalSound({ file }: { readonly file: FileReference }) {
  const url = useLocalUrl(file);
  if (url === undefined) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- somebody's own recording
    <audio
      className="file-sound"
      src={url}
      aria-label={file.name}
      controls
      preload="metadata"
      onLoadedMetadata={measure}
    />
  );
}

/**
 * Chromium does not write how long a recording is, and shows no length until it has looked at the end. So it is sent
 * there, and back.
 */
function measure({ currentTarget: sound }: SyntheticEvent<HTMLAudioElement>): void {
  if (sound.duration !== Infinity) return;
  sound.addEventListener('durationchange', () => (sound.currentTime = 0), { once: true });
  sound.currentTime = 1e9;
}
