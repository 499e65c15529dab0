/** What the API answers when an entry is withdrawn. `deleted` is the earlier name: apps that are installed expect it. */
export const withdrawnBody = { withdrawn: true, deleted: true } as const;
