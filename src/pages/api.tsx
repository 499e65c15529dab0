import { useState } from 'react';
import type { Form } from '#core/form.ts';
import { openApi, type OpenApi, type Operation, type Response } from '#core/openapi.ts';
import { useDeps, usePerson } from '../deps.ts';
import { Page } from '../shell/page.tsx';
import { curlFor } from './curl.ts';

/** The API as people read of it: the same description that programs find in `/openapi.json`. */
export default function ApiPage({ forms }: { readonly forms: readonly Form[] }) {
  const { apiUrl } = useDeps();
  const document = openApi({ forms, url: apiUrl });
  return (
    <Page
      heading="API"
      title="API"
      lead="Whatever the app does, your own program can do. This is how."
    >
      <div className="api">
        <p>
          It is at <code>{document.servers[0]?.url}</code>, and takes and answers JSON. For programs
          it is described in <a href="/openapi.json">openapi.json</a>, in the words of OpenAPI 3.1.
        </p>
        <Token />
        <h2>When it says no</h2>
        <p>
          An error is <code>application/problem+json</code> (RFC 9457). Its <code>code</code> is for
          programs and never changes; <code>errors</code> says of each field what to mend.{' '}
          {document.info.description}
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
  const [status, setStatus] = useState('');

  async function copy() {
    const token = await session.token();
    if (!token.ok) return setStatus('Your token could not be fetched. Sign in, then try again.');
    await navigator.clipboard.writeText(token.value.token);
    setStatus('Copied. Whoever has it can act as you until it expires.');
  }

  return (
    <>
      <h2>Who is calling</h2>
      <p>
        Send the id token of a signed-in person as <code>Authorization</code>. Whose entries these
        are is read from it, and from nothing else.
      </p>
      {person && (
        <p>
          <button className="button-second" type="button" onClick={() => void copy()}>
            Copy my id token
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
    <>
      <h2>{title}</h2>
      {Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods)
          .filter(([, { tags }]) => tags[0] === form)
          .map(([method, operation]) => (
            <details key={operation.operationId} className="api-route">
              <summary>
                <code>
                  <strong>{method.toUpperCase()}</strong> {path}
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
    </>
  );
}

function OperationDetails({ operation, curl }: { operation: Operation; curl: string }) {
  const { description, parameters, responses } = operation;
  return (
    <div>
      <p>{description}</p>
      {parameters.length > 0 && (
        <dl className="facts">
          {parameters.map(({ name, description, required, in: place }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                {description} <span className="hint">{placeInWords(place, required)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <h3>For example</h3>
      <pre>{curl}</pre>
      <h3>Answers</h3>
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
        <strong>{status}</strong> {response.description}
        {Object.keys(response.headers ?? {}).map((name) => (
          <span key={name}>
            {' '}
            <code>{name}</code>
          </span>
        ))}
      </p>
      {status.startsWith('2') && example !== undefined && (
        <pre>{JSON.stringify(example, null, 2)}</pre>
      )}
    </>
  );
}

function placeInWords(place: 'path' | 'query' | 'header', required: boolean): string {
  return `In the ${place}${required ? ', required' : ''}.`;
}
