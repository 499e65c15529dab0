import type { Messages } from '../namespaces.ts';

export const markdownMessages: Messages['markdown'] = {
  newTab: '(يُفتح في علامة تبويب جديدة)',
};
