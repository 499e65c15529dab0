import { useState } from 'react';
import { brand } from '#brand/brand.ts';
import type { ListedForm } from '#core/form/listed-form.ts';
import {
  openApi,
  type OpenApi,
  type OpenApiOperation,
  type OpenApiResponse,
} from '#core/api/openapi-document.ts';
import { useForms } from '../../catalogue/use-forms.ts';
import { withFormList } from '../../catalogue/with-form-list.tsx';
import { useDeps, usePerson } from '../../deps.ts';
import { filePaths, pathTo, withQuery } from '../../page-paths.ts';
import { useLocation, useSearch } from '../../ui/navigation.ts';
import { LoadingPage, Page } from '../../ui/page.tsx';
import { api } from '../../messages/en/api.ts';
import { FormattedMessage } from '../../messages/formatted-message.tsx';
import { useMessages } from '../../messages/locale.ts';
import { curlFor } from './curl.ts';
import './api-page.css';

/** The API for human readers: a rendering of `/openapi.json`. */
export default withFormList(function ApiPage({ forms: listed }: Props) {
  const { apiUrl } = useDeps();
  const messages = useMessages('api', api);
  const wanted = new URLSearchParams(useSearch()).get('form');
  const chosen = (listed.find(({ id }) => id === wanted) ?? listed[0])?.id ?? '';
  const { forms, isLoading } = useForms([chosen]);
  const form = forms.get(chosen);
  const document = openApi({
    title: brand.name,
    forms: form ? [form.original ?? form] : [],
    url: apiUrl,
  });
  if (isLoading && !form) return <LoadingPage />;
  return (
    <Page heading={messages.heading} title={messages.heading} lead={messages.lead}>
      <div className="api">
        <p>
          <FormattedMessage
            message={messages.at}
            with={{
              url: (
                <code dir="ltr" translate="no">
                  {document.servers[0]?.url}
                </code>
              ),
              file: <a href={filePaths.openApi}>openapi.json</a>,
            }}
          />
        </p>
        <CopyToken />
        <h2>{messages.onError}</h2>
        <p>
          <FormattedMessage
            message={messages.problems}
            with={{
              type: (
                <code dir="ltr" translate="no">
                  application/problem+json
                </code>
              ),
              code: <code translate="no">code</code>,
              errors: <code translate="no">errors</code>,
            }}
          />
          <span lang="en" dir="ltr">
            {` ${document.info.description}`}
          </span>
        </p>
        <ChooseForm forms={listed} chosen={chosen} />
        {document.tags.map(({ name, description }) => (
          <Routes key={name} document={document} form={name} title={description} />
        ))}
      </div>
    </Page>
  );
});

type Props = { readonly forms: readonly ListedForm[] };

type ChooseProps = { readonly forms: readonly ListedForm[]; readonly chosen: string };

/** The routes of one form are shown at a time. Which one is in the page's address. */
function ChooseForm({ forms, chosen }: ChooseProps) {
  const messages = useMessages('api', api);
  const [, navigate] = useLocation();
  if (forms.length < 2) return null;
  return (
    <label className="api-form" data-kept>
      <span className="label">{messages.form}</span>
      <select
        className="box"
        value={chosen}
        onChange={({ target }) =>
          navigate(withQuery(pathTo.api(), `form=${target.value}`), { replace: true })
        }
      >
        {forms.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function CopyToken() {
  const { session } = useDeps();
  const person = usePerson();
  const messages = useMessages('api', api);
  const [status, setStatus] = useState('');

  async function copy() {
    const token = await session.token();
    if (!token.ok) return setStatus(messages.noToken);
    await navigator.clipboard.writeText(token.value.token);
    setStatus(messages.copied);
  }

  return (
    <>
      <h2>{messages.whoCalls}</h2>
      <p>
        <FormattedMessage
          message={messages.token}
          with={{ header: <code translate="no">Authorization</code> }}
        />
      </p>
      {person && (
        <p>
          <button className="button-second" type="button" onClick={() => void copy()}>
            {messages.copy}
          </button>
        </p>
      )}
      <output className="hint">{status}</output>
    </>
  );
}

type RoutesProps = { readonly document: OpenApi; readonly form: string; readonly title: string };

function Routes({ document, form, title }: RoutesProps) {
  const url = document.servers[0]?.url ?? '';
  return (
    // The descriptions in the OpenAPI document are in English.
    <div className="api-routes" lang="en" dir="ltr">
      <h2>{title}</h2>
      {Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods)
          .filter(([, { tags }]) => tags[0] === form)
          .map(([method, operation]) => (
            <details key={operation.operationId} className="api-route">
              <summary>
                <code translate="no">
                  <strong>{`${method.toUpperCase()} `}</strong>
                  <span>{path}</span>
                </code>
                <span className="api-words">{operation.summary}</span>
              </summary>
              <OperationDetails
                operation={operation}
                curl={curlFor({ url, path, method, operation })}
              />
            </details>
          )),
      )}
    </div>
  );
}

function OperationDetails({ operation, curl }: { operation: OpenApiOperation; curl: string }) {
  const { description, parameters, responses } = operation;
  const messages = useMessages('api', api);
  return (
    <div>
      <p>{description}</p>
      {parameters.length > 0 && (
        <dl className="facts">
          {parameters.map(({ name, description, required, in: where }) => (
            <div key={name}>
              <dt>
                <code translate="no">{name}</code>
              </dt>
              <dd>
                <span>{`${description} `}</span>
                <span className="hint">
                  {[messages.parameterIn[where], required && messages.required]
                    .filter(Boolean)
                    .join(' ')}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <h3>{messages.example}</h3>
      <pre translate="no">{curl}</pre>
      <h3>{messages.answers}</h3>
      {Object.entries(responses).map(([status, response]) => (
        <ResponseExample key={status} status={status} response={response} />
      ))}
    </div>
  );
}

/** Successes are shown in full, failures in one sentence, since they all have the same shape. */
function ResponseExample({ status, response }: { status: string; response: OpenApiResponse }) {
  const isRepeat = response.headers?.['Idempotent-Replayed'] !== undefined;
  const example = isRepeat ? undefined : response.content['application/json']?.example;
  return (
    <>
      <p>
        <strong>{status}</strong>
        <span>{` ${response.description}`}</span>
        {Object.keys(response.headers ?? {}).map((name) => (
          <span key={name}>
            <span> </span>
            <code translate="no">{name}</code>
          </span>
        ))}
      </p>
      {status.startsWith('2') && example !== undefined && (
        <pre translate="no">{JSON.stringify(example, null, 2)}</pre>
      )}
    </>
  );
}
