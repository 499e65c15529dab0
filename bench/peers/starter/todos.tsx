import { useAuthenticator } from '@aws-amplify/ui-react';
import { generateClient } from 'aws-amplify/data';
import { useEffect, useState } from 'react';
import { show } from './show.tsx';

type Todo = { readonly id: string; readonly content?: string | null };

/** The part of the generated client that the template uses. */
type Todos = {
  create(todo: { content: string | null }): unknown;
  observeQuery(): { subscribe(to: { next(data: { items: Todo[] }): void }): unknown };
};

const client = generateClient() as unknown as { models: { Todo: Todos } };

/** `App.tsx` of aws-samples/amplify-vite-react-template, which Amplify's quickstart starts from. */
function App() {
  const { signOut } = useAuthenticator();
  const [todos, setTodos] = useState<readonly Todo[]>([]);

  useEffect(() => {
    client.models.Todo.observeQuery().subscribe({ next: (data) => setTodos([...data.items]) });
  }, []);

  return (
    <main>
      <h1>My todos</h1>
      <button onClick={() => client.models.Todo.create({ content: window.prompt('Todo content') })}>
        + new
      </button>
      <ul>
        {todos.map((todo) => (
          <li key={todo.id}>{todo.content}</li>
        ))}
      </ul>
      <button onClick={signOut}>Sign out</button>
    </main>
  );
}

show(<App />);
