/** A type of file that a form may accept: its file name extensions, the usual one first, and how it begins. */
type FileTypeFacts = {
  readonly extensions: readonly [string, ...string[]];
  /** @param bytes the first ones, at most `firstBytes` */
  readonly begins: (bytes: Uint8Array) => boolean;
};

/** How many bytes, from the first one, tell a file's type. */
export const firstBytes = 512;

/**
 * All types of files that a form can accept. None of them runs scripts when somebody opens it in a browser, as SVG
 * and HTML do.
 */
const fileTypes = {
  'image/jpeg': { extensions: ['jpg', 'jpeg'], begins: (bytes) => has(bytes, 0, '\xFF\xD8\xFF') },
  'image/png': { extensions: ['png'], begins: (bytes) => has(bytes, 0, '\x89PNG\r\n\x1A\n') },
  'image/webp': {
    extensions: ['webp'],
    begins: (bytes) => has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBP'),
  },
  'image/heic': {
    extensions: ['heic', 'heif'],
    begins: (bytes) => ['heic', 'heix', 'hevc', 'mif1'].some((it) => has(bytes, 4, `ftyp${it}`)),
  },
  'application/pdf': { extensions: ['pdf'], begins: (bytes) => has(bytes, 0, '%PDF-') },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extensions: ['docx'],
    begins: isZip,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extensions: ['xlsx'],
    begins: isZip,
  },
  'application/vnd.oasis.opendocument.text': { extensions: ['odt'], begins: isZip },
  'application/vnd.oasis.opendocument.spreadsheet': { extensions: ['ods'], begins: isZip },
  'application/zip': { extensions: ['zip'], begins: isZip },
  'text/csv': { extensions: ['csv'], begins: isText },
  'text/plain': { extensions: ['txt'], begins: isText },
  'audio/mpeg': {
    extensions: ['mp3'],
    begins: (bytes) =>
      has(bytes, 0, 'ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2),
  },
  'audio/mp4': { extensions: ['m4a'], begins: (bytes) => has(bytes, 4, 'ftyp') },
  'audio/webm': { extensions: ['weba', 'webm'], begins: isMatroska },
  'audio/ogg': { extensions: ['ogg', 'oga', 'opus'], begins: (bytes) => has(bytes, 0, 'OggS') },
  'audio/wav': {
    extensions: ['wav'],
    begins: (bytes) => has(bytes, 0, 'RIFF') && has(bytes, 8, 'WAVE'),
  },
  'video/mp4': { extensions: ['mp4'], begins: (bytes) => has(bytes, 4, 'ftyp') },
  'video/webm': { extensions: ['webm'], begins: isMatroska },
} satisfies { readonly [type: string]: FileTypeFacts };

export type FileType = keyof typeof fileTypes;

export function isFileType(type: unknown): type is FileType {
  return typeof type === 'string' && Object.hasOwn(fileTypes, type);
}

/** Whether a file begins as one of this type does, whatever its name says. */
export function beginsAs(type: FileType, bytes: Uint8Array): boolean {
  return fileTypes[type].begins(bytes.subarray(0, firstBytes));
}

/** The file name extensions of a type, without a dot, the usual one first. */
export function extensionsOf(type: FileType): readonly [string, ...string[]] {
  return fileTypes[type].extensions;
}

/** @param text its characters are the bytes */
function has(bytes: Uint8Array, at: number, text: string): boolean {
  return Array.from(text).every((it, i) => bytes[at + i] === it.charCodeAt(0));
}

function isZip(bytes: Uint8Array): boolean {
  return has(bytes, 0, 'PK\x03\x04');
}

function isMatroska(bytes: Uint8Array): boolean {
  return has(bytes, 0, '\x1A\x45\xDF\xA3');
}

/** Text in any encoding but UTF-16, which has zeros; not text that a browser would draw as a page. */
function isText(bytes: Uint8Array): boolean {
  const isMarkup = /^(\xEF\xBB\xBF)?\s*<[!?a-z]/i.test(String.fromCharCode(...bytes));
  return bytes.length > 0 && !isMarkup && !bytes.some((it) => it < 9 || (it > 13 && it < 27));
}
