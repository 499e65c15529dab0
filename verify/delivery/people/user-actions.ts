import { newAction } from './record-action.ts';
import { between, pick, pickWeighted, type Chance } from '../../../tools/testing/seeded-random.ts';
import { waitingChanges, type ActionContext } from './action-context.ts';
import { discardSomething, eraseEntry, restoreEntry, withdrawEntry } from './withdraw-actions.ts';
import {
  changeFiles,
  submitSensitive,
  reviseEntry,
  submitNew,
  submitAgain,
  submitAgainChanged,
  typeHalf,
  finishTyping,
} from './form-actions.ts';

/** What people do besides filling in forms, and how often per hundred forms. */
const weights = {
  submit: 100,
  'submit again': 8,
  'submit again, changed': 6,
  'submit sensitive': 6,
  revise: 60,
  'change files': 40,
  'type half': 30,
  'finish typing': 40,
  withdraw: 18,
  restore: 16,
  erase: 8,
  'discard something': 6,
  'export and import': 10,
  'open a tab': 6,
  'go offline': 8,
  'go online': 16,
  'fill the disk': 4,
  'free space': 10,
  'update the app': 4,
  'switch person': 8,
  'leave the page': 12,
  crash: 10,
};

export type ActionName = keyof typeof weights;

export function chooseAction(chance: Chance, hasFiles: boolean): ActionName {
  return pickWeighted(chance, hasFiles ? weights : { ...weights, 'change files': 0 });
}

export const userActions: { readonly [Name in ActionName]: (context: ActionContext) => unknown } = {
  submit: submitNew,
  'submit again': submitAgain,
  'submit again, changed': submitAgainChanged,
  'submit sensitive': submitSensitive,
  revise: reviseEntry,
  'change files': changeFiles,
  'type half': typeHalf,
  'finish typing': finishTyping,
  withdraw: withdrawEntry,
  restore: restoreEntry,
  erase: eraseEntry,
  'discard something': discardSomething,

  async 'export and import'(context) {
    const to = pick(context.chance, context.elsewhere);
    const waiting = waitingChanges(context);
    if (!to || waiting.length === 0) return;
    for (const { entry, form } of waiting) {
      const action = newAction(context, 'import', { entry, form });
      context.history.actions.push({ ...action, device: to.name, saved: true });
    }
    const file = await context.device.tab().outbox.exportChanges(waiting);
    void to.tab().outbox.importChanges(file);
  },

  'open a tab': ({ device }) => device.openTab(),
  'go offline': ({ device }) => void (device.isOnline = false),
  'go online'({ device }) {
    device.isOnline = true;
    void device.tab().outbox.flush({ force: true });
  },
  'fill the disk': ({ device }) => device.fill(),
  'free space': ({ device }) => device.freeSpace(),
  'update the app': ({ device }) => device.update(),
  'switch person'({ device, author }) {
    const other = device.users.find((it) => it.username !== author.username);
    if (other) device.switchTo(other);
  },
  /** Like a browser that puts a left page into the back/forward cache: unfinished writes are lost. */
  'leave the page'({ device, chance }) {
    setTimeout(() => device.leavePage(), between(chance, 0, longestCrashDelay));
  },
  /** At some moment during the next actions. */
  crash({ device, chance, history }) {
    setTimeout(
      () => {
        const { name } = device;
        history.processEvents.push({ at: history.now(), what: `${name} crashes`, device: name });
        device.crash();
      },
      between(chance, 0, longestCrashDelay),
    );
  },
};

/** The longest delay in milliseconds before a device crashes. */
export const longestCrashDelay = 300;
