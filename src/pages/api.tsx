import { useState } from 'react';
import type { Form } from '#core/form.ts';
import { openApi, type OpenApi, type Operation, type Response } from '#core/openapi.ts';
import { useDeps, usePerson } from '../deps.ts';
import { Page } from '../shell/page.tsx';
import { api } from '../words/en/api.ts';
import { Filled } from '../words/filled.tsx';
import { useWords } from '../words/speech.ts';
import { curlFor } from './curl.ts';

/** The API as people read of it: the same description that programs find in `/openapi.json`. */
export default function ApiPage({ forms }: { readonly forms: readonly Form[] }) {
  const { apiUrl } = useDeps();
  const words = useWords('api', api);
  const document = openApi({ forms: forms.map((it) => it.original ?? it), url: apiUrl });
  return (
    <Page heading={words.heading} title={words.heading} lead={words.lead}>
      <div className="api">
        <p>
          <Filled
            words={words.at}
            with={{
              url: (
                <code dir="ltr" translate="no">
                  {document.servers[0]?.url}
                </code>
              ),
              file: <a href="/openapi.json">openapi.json</a>,
            }}
          />
        </p>
        <Token />
        <h2>{words.whenNo}</h2>
        <p>
          <Filled
            words={words.problems}
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
        {document.tags.map(({ name, description }) => (
          <Routes key={name} document={document} form={name} title={description} />
        ))}
      </div>
    </Page>
  );
}

function Token() {
  const { session } = useDeps();
  const person = usePerson();
  const words = useWords('api', api);
  const [status, setStatus] = useState('');

  async function copy() {
    const token = await session.token();
    if (!token.ok) return setStatus(words.noToken);
    await navigator.clipboard.writeText(token.value.token);
    setStatus(words.copied);
  }

  return (
    <>
      <h2>{words.whoCalls}</h2>
      <p>
        <Filled words={words.token} with={{ header: <code translate="no">Authorization</code> }} />
      </p>
      {person && (
        <p>
          <button className="button-second" type="button" onClick={() => void copy()}>
            {words.copy}
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
    // The description that programs read, which is in English.
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

function OperationDetails({ operation, curl }: { operation: Operation; curl: string }) {
  const { description, parameters, responses } = operation;
  const words = useWords('api', api);
  return (
    <div>
      <p>{description}</p>
      {parameters.length > 0 && (
        <dl className="facts">
          {parameters.map(({ name, description, required, in: place }) => (
            <div key={name}>
              <dt>
                <code translate="no">{name}</code>
              </dt>
              <dd>
                <span>{`${description} `}</span>
                <span className="hint">
                  {[words.inPlace[place], required && words.required].filter(Boolean).join(' ')}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <h3>{words.example}</h3>
      <pre translate="no">{curl}</pre>
      <h3>{words.answers}</h3>
      {Object.entries(responses).map(([status, response]) => (
        <Answer key={status} status={status} response={response} />
      ))}
    </div>
  );
}

/** What succeeds is shown in full; what fails is shown in words, for all failures look alike. */
function Answer({ status, response }: { status: string; response: Response }) {
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
