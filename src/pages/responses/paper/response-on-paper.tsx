import { memo, use } from 'react';
import { entryReference } from '#core/entries/entry-reference.ts';
import { useDeps } from '../../../deps.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { inLanguage } from '../../paper/in-language.ts';
import { EntryOnPaper, type PaperFact } from '../../paper/entry-on-paper.tsx';
import { momentOnPaper } from '../../paper/moment-on-paper.ts';
import { usePaper } from '../../paper/paper-language.ts';
import type { PicturesToPrint } from '../../paper/pictures-to-print.ts';
import { currentResponse } from '../data/current-response.ts';
import { stateOf, type Response } from '../data/response.ts';
import { missingIn, rowsOfResponse } from '../data/rows-of-response.ts';
import { ZoneContext } from '../time-zone/zone-context.ts';
import { openFormFile } from '../files/open-form-file.ts';

type Props = {
  readonly stored: Response;
  readonly pictures: PicturesToPrint;
};

/** A response as its owner prints it. Drawn once: others follow while it is there. */
export const ResponseOnPaper = memo(function ResponseOnPaper({ stored, pictures }: Props) {
  const { call } = useDeps();
  const messages = useMessages('responses', responsesMessages);
  const { form, lang } = usePaper();
  const zone = use(ZoneContext);
  const moment = (at: string) => momentOnPaper(at, zone);
  const current = currentResponse(form, stored);
  const { response } = current;
  const written = inLanguage(lang, () => ({
    received: [messages.received, moment(response.createdAt)] as const,
    facts: factsOf(response, messages, moment),
    rows: rowsOfResponse(form, current, messages),
  }));
  return (
    <EntryOnPaper
      {...written}
      reference={entryReference(response.id)}
      answers={response.answers}
      drawing={{
        missing: missingIn(messages),
        hasArrived: ({ id }) => (response.filesArrived ?? []).includes(id),
        openSmall: (file) =>
          pictures.soon(async () => {
            const opened = await openFormFile(call, form.id, { file, response }, { small: true });
            return opened.ok ? opened.value : undefined;
          }),
      }}
    />
  );
});

function factsOf(
  response: Response,
  messages: typeof responsesMessages,
  moment: (at: string) => string,
): readonly PaperFact[] {
  const { createdAt, updatedAt, savedAt, isLate, review } = response;
  return [
    ...(review ? [[messages.state, messages.states[stateOf(response)]] as const] : []),
    ...(isLate ? [[messages.late, messages.whyLate(savedAt ? moment(savedAt) : '')] as const] : []),
    ...(updatedAt === createdAt ? [] : [[messages.changed, moment(updatedAt)] as const]),
  ];
}
