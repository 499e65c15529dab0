/** The index that lists a form's entries by time, for its owners. */
export const byForm = 'byForm';
