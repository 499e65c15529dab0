import { post } from 'aws-amplify/api';
import { fetchAuthSession } from 'aws-amplify/auth';
import { useState, type FormEvent } from 'react';
import { show } from './show.tsx';

/** The form of the tutorials: three fields, and a POST behind the Authenticator. */
function App() {
  const [answer, setAnswer] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const { tokens } = await fetchAuthSession();
    const { response } = post({
      apiName: 'starter',
      path: '/pwausers',
      options: {
        headers: { Authorization: String(tokens?.idToken) },
        body: Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>,
      },
    });
    setAnswer(await (await response).body.text());
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <input name="fname" aria-label="First name" />
      <input name="lname" aria-label="Last name" />
      <input name="email" type="email" aria-label="Email" />
      <button type="submit">Join</button>
      <output>{answer}</output>
    </form>
  );
}

show(<App />);
