/** The house rules that the linter checks, each named after its file: `house/bounded-waits`. */
import { boundedWaits } from './bounded-waits.js';
import { controlKinds } from './control-kinds.js';
import { destructiveButtons } from './destructive-buttons.js';
import { folderImports } from './folder-imports.js';
import { formFunctionCalls } from './form-function-calls.js';
import { ownKeys } from './own-keys.js';
import { plainNames } from './plain-names.js';
import { polledPages } from './polled-pages.js';
import { textAlone } from './text-alone.js';
import { textInMessages } from './text-in-messages.js';

export default {
  meta: { name: 'house' },
  rules: {
    'bounded-waits': boundedWaits,
    'control-kinds': controlKinds,
    'destructive-buttons': destructiveButtons,
    'folder-imports': folderImports,
    'form-function-calls': formFunctionCalls,
    'own-keys': ownKeys,
    'plain-names': plainNames,
    'polled-pages': polledPages,
    'text-alone': textAlone,
    'text-in-messages': textInMessages,
  },
};
