import { saveFile } from '../../../ui/save-file.ts';

/** Where a long file goes. */
export type Destination = {
  /** In bytes. Undefined if the disk is the only limit. */
  readonly most: number | undefined;
  /** Throws when the disk is full, or it was aborted: then nothing is left behind. */
  readonly write: (
    stream: ReadableStream<Uint8Array<ArrayBuffer>>,
    signal: AbortSignal,
  ) => Promise<void>;
};

/** In bytes. Browsers keep a file that scripts put together in memory, or twice on the disk. */
const mostAsBlob = 500_000_000;

type Picker = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

/**
 * Lets the person choose a file that is then written step by step, where the browser can. Call it at once when they
 * press a button. Undefined if they chose none.
 */
export async function chooseDestination(name: string): Promise<Destination | undefined> {
  const { showSaveFilePicker } = globalThis as { readonly showSaveFilePicker?: Picker };
  if (!showSaveFilePicker) return asDownload(name);
  try {
    const handle = await showSaveFilePicker({ suggestedName: name });
    return {
      most: undefined,
      // What was written is discarded if it fails, and replaces the file when it ends.
      write: async (stream, signal) => stream.pipeTo(await handle.createWritable(), { signal }),
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    // In a frame, or where somebody forbids it.
    return asDownload(name);
  }
}

function asDownload(name: string): Destination {
  return {
    most: mostAsBlob,
    async write(stream, signal) {
      const { readable, writable } = new TransformStream<
        Uint8Array<ArrayBuffer>,
        Uint8Array<ArrayBuffer>
      >();
      const [blob] = await Promise.all([
        new Response(readable).blob(),
        stream.pipeTo(writable, { signal }),
      ]);
      saveFile(name, [blob], 'application/zip');
    },
  };
}
