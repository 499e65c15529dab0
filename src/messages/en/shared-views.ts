/** Views that members of a form share with each other. */
export const sharedViewsMessages = {
  share: 'Share',
  shareView: (view: string) => `Share ${view}`,
  about:
    'Everybody with a role in this form sees the name and the search of a shared view, and finds only the responses that they may see.',
  sharedBy: (who: string, when: string) => `Shared by ${who}, ${when}`,
  you: 'you',
  shared: (view: string) => `“${view}” is shared with everybody with a role in this form.`,
  rename: 'Rename',
  renameView: (view: string) => `Rename ${view}`,
  newNameOf: (view: string) => `New name of ${view}`,
  saveName: 'Save name',
  cancel: 'Cancel',
  renamed: (view: string) => `Its name is now “${view}”.`,
  stop: (view: string) => `Stop sharing ${view}`,
  stopped: (view: string) => `“${view}” is no longer shared.`,
  notChanged: 'Sharing needs a network, and did not work now. Try again later.',
  notAllowed: 'Your role in this form does not allow this any more.',
  refused: 'The server did not accept it.',
  tooMany: (most: string) => `${most} views of this form are shared. Stop sharing one first.`,
  notLoaded: 'Could not load the shared views. These are as they were when you last saw them.',
  tryAgain: 'Try again',
};
