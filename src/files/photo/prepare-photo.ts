import { err, ok, type Result } from '#core/values/result.ts';
import type { FileIssue } from '../file-issue.ts';
import { cameraNotes, withNotes } from './camera-notes.ts';
import { drawPhoto, type PhotoToDraw } from './draw-photo.ts';
import { pictureSize, sizeWithin } from '#core/files/picture-size.ts';

/** What the cameras of phones take at most, and a phone can just decode. */
const mostPixels = 110_000_000;
/** In bytes: of the file that a camera or an editor wrote. */
const largestOriginal = 100_000_000;

type Options = Omit<PhotoToDraw, 'file'> & { readonly keep?: 'place' | undefined };

/**
 * A photo as it is stored: a JPEG, not larger than the field allows, and without where and when it was taken,
 * unless the field keeps that.
 */
export async function preparePhoto(
  file: Blob,
  { longestEdge, largest, keep }: Options,
  draw = drawPhoto,
): Promise<Result<Blob, FileIssue>> {
  if (file.size === 0) return err('empty');
  if (file.size > largestOriginal) return err('too-large');
  const beginning = await file
    .slice(0, sizeWithin)
    .arrayBuffer()
    .catch(() => undefined);
  if (!beginning) return err('changed');
  const size = pictureSize(new Uint8Array(beginning));
  if (!size || size.width * size.height === 0) return err('no-picture');
  if (size.width * size.height > mostPixels) return err('too-many-pixels');
  const notes = keep && cameraNotes(new Uint8Array(beginning));
  const photo = await draw({ file, longestEdge, largest: largest - (notes?.length ?? 0) }).catch(
    () => 'no-picture' as const,
  );
  if (typeof photo === 'string') return err(photo);
  return ok(notes ? await withNotes(photo, notes) : photo);
}
