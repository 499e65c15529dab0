import { randomBytes } from 'node:crypto';
import type { FileReference } from '#core/files/file-reference.ts';
import { filesIn } from '#core/files/files-in.ts';
import { pngOf } from '#core/testing/sample-pictures.ts';
import { between, pick, type Chance } from '../../../tools/testing/seeded-random.ts';
import { albumFiles } from '../forms/albums.ts';
import type { ActionContext } from './action-context.ts';

/** Bytes. */
const smallest = 1000;

/** Adds files on the device, as many as an album has, and gives those that it had room for. */
export async function newFiles(context: ActionContext): Promise<readonly FileReference[]> {
  const count = Math.floor(between(context.chance, 0, albumFiles.most + 1));
  const added: FileReference[] = [];
  for (let i = 0; i < count; i += 1) added.push(...(await newFile(context)));
  return added;
}

/** Removes one of the files of an album, or adds one, or both. */
export async function otherFiles(
  context: ActionContext,
  before: unknown,
): Promise<readonly FileReference[]> {
  const { chance } = context;
  const files = filesIn({ before });
  const gone = chance() < 0.5 ? pick(chance, files) : undefined;
  const left = files.filter((it) => it !== gone);
  return left.length < albumFiles.most && chance() < 0.6
    ? [...left, ...(await newFile(context))]
    : left;
}

async function newFile({
  device,
  author,
  chance,
  largestFile,
}: ActionContext): Promise<readonly FileReference[]> {
  const added = await device.tab().files.add({
    file: new Blob([someBytes(chance, largestFile)]),
    name: 'anything',
    author: author.username,
    types: albumFiles.types,
    largest: largestFile,
  });
  return added.ok ? [added.value] : [];
}

/** A small picture, or a document of any size; as many small ones as large ones. No two have the same bytes. */
function someBytes(chance: Chance, largest: number): Uint8Array<ArrayBuffer> {
  const isPicture = chance() < 0.3;
  const size = Math.round(Math.exp(between(chance, Math.log(smallest), Math.log(largest))));
  if (!isPicture)
    return Uint8Array.from(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)])).slice(
      0,
      size,
    );
  const edge = Math.round(between(chance, 15, 150));
  const data = Uint8ClampedArray.from(randomBytes(edge * edge * 4));
  return pngOf({ data, width: edge, height: edge });
}
