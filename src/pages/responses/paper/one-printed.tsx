import { useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { useFieldsLoaded } from '../../../form/use-fields-loaded.ts';
import { paperMessages } from '../../../messages/en/paper.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { createPicturesToPrint } from '../../paper/pictures-to-print.ts';
import { PrintView } from '../../paper/print-view.tsx';
import type { ResponseKey } from '../data/response.ts';
import { responsePath } from '../../../ui/response-path.ts';
import type { ResponsesApi } from '../data/responses-api.ts';
import { useOpenedResponse } from '../data/use-opened-response.ts';
import { NotLoaded } from '../not-loaded.tsx';
import { ResponseOnPaper } from './response-on-paper.tsx';

type Props = ResponseKey & {
  readonly form: Form;
  readonly api: ResponsesApi;
  readonly onRetry: () => void;
};

/** One response, by its address. */
export function OnePrinted({ form, api, username, id, onRetry }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const { entries } = useMessages('paper', paperMessages);
  const [pictures] = useState(createPicturesToPrint);
  const opened = useOpenedResponse(api, { username, id });
  useFieldsLoaded(form);
  if (opened && !opened.ok)
    return (
      <NotLoaded
        className="responses-failed"
        heading={messages.oneNotFetched}
        failure={opened.problem}
        onRetry={onRetry}
      />
    );
  const response = opened?.value.response;
  const status = () => (response ? entries(1) : messages.isWithdrawn);
  return (
    <PrintView
      {...{ form, pictures }}
      back={responsePath(form.id, { username, id })}
      isReady={response !== undefined}
      status={opened ? status() : messages.getting}
    >
      {response && <ResponseOnPaper stored={response} pictures={pictures} />}
    </PrintView>
  );
}
