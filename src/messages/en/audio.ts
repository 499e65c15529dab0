/** The control of recordings. */
export const audioMessages = {
  record: 'Record',
  starting: 'Starting…',
  stop: 'Stop recording',
  chooseFiles: (several: boolean): string => (several ? 'Choose recordings' : 'Choose a recording'),
  /** Such as 0:07 of 5:00. */
  time: (so: string, most: string) => `${so} of ${most}`,
  upTo: (length: string) => `Each up to ${length}`,
  level: 'How loud it is',
  recording: 'Recording.',
  soonOver: (length: string) => `Recording. It ends in ${length}.`,
  silent: 'Recording, but nothing is heard. Is the microphone muted?',
  cannotRecord: 'This browser cannot record. Choose a recording that another app has made.',
  /** Why nothing is recorded. */
  failed: {
    none: 'No microphone was found. Connect one, or choose a recording.',
    refused:
      'This app is not allowed to use your microphone. Allow it in your browser’s settings, or choose a recording.',
    busy: 'Another app is using the microphone. Close it and try again, or choose a recording.',
  },
};
