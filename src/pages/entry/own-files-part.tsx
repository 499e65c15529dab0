import { filesIn } from '#core/files/files-in.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { OwnFilesProps } from './own-entry-files.tsx';

const OwnEntryFiles = lazyPart(() => import('./own-entry-files.tsx'), { Missing: () => null });

/** The files of a person's own entry. Loaded if it has any. */
export function OwnFilesPart(props: OwnFilesProps) {
  return filesIn(props.answers).length > 0 ? <OwnEntryFiles {...props} /> : null;
}
