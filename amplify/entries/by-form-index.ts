/** The name of the index that lists a form's entries by time, for its owners. */
export const byFormIndex = 'byForm';
