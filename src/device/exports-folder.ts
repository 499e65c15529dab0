/** The folder of this site's own storage, which people do not see, where exported files are until they are saved. */
export const exportsFolder = 'exports';
