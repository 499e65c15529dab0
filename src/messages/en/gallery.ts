import { formatNumber } from '../number-format.ts';

/** The files of all responses, and how they are saved together. */
export const galleryMessages = {
  files: 'Files of the responses',
  none: 'No files in these responses.',
  notArrived: 'Not arrived yet',
  ofResponse: (reference: string, received: string) => `${reference}, ${received}`,
  showMore: (count: number) => `Show ${formatNumber(count)} more`,

  saveAll: 'All files as a ZIP',
  aboutAll:
    'The ZIP has a folder for each response, and a list of all files. Files that have not arrived yet are only in the list.',
  listing: 'Looking for files…',
  saving: (progress: string, bytes: string) => `Saving files: ${progress} (${bytes})`,
  cancel: 'Cancel',
  paused: 'The network was lost, or the server did not answer',
  keptSoFar: 'What was saved so far is kept.',
  goOn: 'Continue',
  nothing: 'There are no files to save.',
  tooMany: (size: string, most: string) =>
    `These files are ${size}, and this browser can save ${most} at once. Choose fewer days in the filters, or use Chrome or Edge on a computer.`,
  notSaved: 'The file could not be saved. Is the disk full?',
  cancelled: 'Cancelled. No file was saved.',
  saved: (count: number) => (count === 1 ? '1 file saved.' : `${formatNumber(count)} files saved.`),
  /** Of files that were erased while the others were saved. */
  leftOut: (count: number) =>
    count === 1
      ? 'One is no longer there, and only in the list.'
      : `${formatNumber(count)} are no longer there, and only in the list.`,
};
