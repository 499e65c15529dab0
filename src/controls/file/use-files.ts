import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileReference } from '#core/files/file-reference.ts';
import type { FileLimits } from '#core/files/file-limits.ts';
import type { ControlValue } from '#core/form/field.ts';
import { ok, type Result } from '#core/values/result.ts';
import { useDeps, usePerson } from '../../deps.ts';
import type { FileIssue } from '../../files/file-issue.ts';
import { filesValue } from './files-value.ts';

/** What has happened last, for a screen reader as well. */
export type FilesStatus =
  | { readonly is: 'added' | 'back'; readonly name: string }
  | { readonly is: FileIssue; readonly name: string }
  | { readonly is: 'most' };

/** A file that is being read, and how much of it is stored: from 0 to 1. */
export type Adding = { readonly name: string; readonly part: number };

type Options = {
  readonly limits: FileLimits;
  readonly controlValue: ControlValue | undefined;
  readonly onControlValue: (controlValue: ControlValue) => void;
  /** Changes a file before it is stored, as photos are. */
  readonly prepare?: (file: File) => Promise<Result<File, FileIssue>>;
};

/** Adds and removes the files of a question. Each is stored before the answer refers to it. */
export function useFiles({ limits, controlValue, onControlValue, prepare }: Options) {
  const { files } = useDeps();
  const author = usePerson()?.username ?? '';
  const chosen = filesValue(controlValue);
  /** Adding takes a while, in which the answer may change. */
  const latest = useRef(chosen);
  useEffect(() => {
    latest.current = chosen;
  });
  const [adding, setAdding] = useState<Adding>();
  const failed = useRef(false);
  const hasFailed = useCallback(() => failed.current, []);
  const [statuses, setStatuses] = useState<readonly FilesStatus[]>([]);
  const [removed, setRemoved] = useState<{ readonly file: FileReference; readonly at: number }>();

  function change(next: readonly FileReference[]): void {
    latest.current = next;
    onControlValue(next);
  }

  async function store(file: File): Promise<Result<FileReference, FileIssue>> {
    const { name } = file;
    setAdding({ name, part: 0 });
    const prepared = prepare ? await prepare(file) : ok(file);
    if (!prepared.ok) return prepared;
    const { types, largest } = limits;
    const onProgress = (part: number) => setAdding({ name, part });
    const stored = { name: prepared.value.name, author, types, largest, onProgress };
    return (await files()).add({ file: prepared.value, ...stored });
  }

  async function add(picked: readonly File[]): Promise<void> {
    setStatuses([]);
    setRemoved(undefined);
    failed.current = false;
    for (const file of picked) {
      if (latest.current.length >= limits.most) {
        setStatuses((before) => [...before, { is: 'most' }]);
        break;
      }
      const { name } = file;
      const stored = await store(file).catch(() => undefined);
      if (stored?.ok) change([...latest.current, stored.value]);
      else failed.current = true;
      const is = stored ? (stored.ok ? 'added' : stored.problem) : 'no-answer';
      setStatuses((before) => [...before, { is, name }]);
    }
    setAdding(undefined);
  }

  return {
    chosen,
    adding,
    /** Whether any of the files that were added last could not be. */
    hasFailed,
    statuses,
    removed,
    add,
    /**
     * Replaces whatever there is.
     * @param isWanted asked once it is stored: something newer may have been, or nothing is wanted any more
     */
    replaceWith: async (file: File, isWanted: () => boolean) => {
      const stored = await store(file).catch(() => undefined);
      if (!isWanted()) return false;
      if (stored?.ok) change([stored.value]);
      failed.current = !stored?.ok;
      setAdding(undefined);
      return stored?.ok ?? false;
    },
    remove(file: FileReference) {
      setStatuses([]);
      setRemoved({ file, at: latest.current.indexOf(file) });
      change(latest.current.filter((it) => it.id !== file.id));
      void files()
        .then((it) => it.keepForUndo(file.id))
        .catch(() => undefined);
    },
    undo() {
      if (!removed) return;
      change(latest.current.toSpliced(removed.at, 0, removed.file));
      setStatuses([{ is: 'back', name: removed.file.name }]);
      setRemoved(undefined);
    },
  };
}
