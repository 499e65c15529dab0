import { useState } from 'react';
import { entryReference } from '#core/entries/entry-reference.ts';
import { toCurrentAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { useDeps } from '../../deps.ts';
import { useFieldsLoaded } from '../../form/use-fields-loaded.ts';
import { entries } from '../../messages/en/entries.ts';
import { paperMessages } from '../../messages/en/paper.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { inLanguage } from '../paper/in-language.ts';
import { pathTo } from '../../page-paths.ts';
import { EntryOnPaper } from '../paper/entry-on-paper.tsx';
import { momentOnPaper } from '../paper/moment-on-paper.ts';
import { usePaper } from '../paper/paper-language.ts';
import { createPicturesToPrint, type PicturesToPrint } from '../paper/pictures-to-print.ts';
import { PrintView } from '../paper/print-view.tsx';
import { answerRows } from './answer-rows.ts';
import { openedUrl } from './opened-url.ts';
import type { OwnEntry } from './own-entries.ts';

type Props = { readonly form: Form; readonly entry: OwnEntry };

/** A person's own entry on paper, also without a network. */
export default function OwnEntryOnPaper({ form, entry }: Props) {
  const messages = useMessages('paper', paperMessages);
  const [pictures] = useState(createPicturesToPrint);
  useFieldsLoaded(form);
  return (
    <PrintView
      {...{ form, pictures }}
      back={pathTo.entry(form.id, entry.id)}
      isReady
      status={messages.entries(1)}
    >
      <Printed {...{ entry, pictures }} />
    </PrintView>
  );
}

type PrintedProps = Pick<Props, 'entry'> & { readonly pictures: PicturesToPrint };

function Printed({ entry, pictures }: PrintedProps) {
  const { call } = useDeps();
  const { sentAt, savedAt, lastChangedAt } = useMessages('entries', entries);
  const { removedQuestion, notAnswered } = useMessages('sent', sent);
  const { form, lang } = usePaper();
  const { id, at, answers, formVersion, apiEntry } = entry;
  const current = toCurrentAnswers(form, { answers, formVersion });
  const written = inLanguage(lang, () => ({
    received: [apiEntry ? sentAt : savedAt, momentOnPaper(at)] as const,
    facts:
      apiEntry && apiEntry.updatedAt !== apiEntry.createdAt
        ? [[lastChangedAt, momentOnPaper(apiEntry.updatedAt)] as const]
        : [],
    rows: answerRows(form, { answers, formVersion }, removedQuestion),
  }));
  return (
    <EntryOnPaper
      {...written}
      reference={entryReference(id)}
      answers={current}
      drawing={{
        missing: () => notAnswered,
        hasArrived: (file) => (apiEntry?.filesArrived ?? []).includes(file.id),
        openSmall: (file) =>
          pictures.soon(async () =>
            openedUrl(
              await call(
                'openFile',
                { form: form.id, id, file: file.id },
                { query: '?small=true' },
              ),
            ),
          ),
      }}
    />
  );
}
