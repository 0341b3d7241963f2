import { useState } from 'react';

import { asProblem } from '../live/api.ts';
import { Button, StatusLine, useWords } from '../ui/index.ts';
import { PasswordInput, TextInput } from '../ui/office/index.ts';
import { useSignIn } from './session.ts';
import { organisationWords } from './words.ts';

/** Login and password. A refusal empties the password alone and says what to do. */
export const SignInForm = () => {
  const words = useWords(organisationWords).signIn;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const { mutate, error, isPending, reset } = useSignIn();
  const submit = () => {
    setAsked(true);
    if (login.trim() === '' || password === '') return;
    mutate({ login: login.trim(), password }, { onError: () => setPassword('') });
    setAsked(false);
  };
  return (
    <form
      className="col org-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <StatusLine problem={error === null ? null : asProblem(error)} onDismiss={reset} />
      <TextInput
        label={words.login}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        error={asked && login.trim() === '' ? words.loginMissing : null}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        name="login"
        autoFocus
      />
      <PasswordInput
        visibilityToggleButtonProps={{ 'aria-label': words.show }}
        label={words.password}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={asked && password === '' ? words.passwordMissing : null}
        autoComplete="current-password"
        name="password"
      />
      <Button type="submit" tone="primary" wide pending={isPending}>
        {words.submit}
      </Button>
      <p className="small muted">{words.forgotten}</p>
    </form>
  );
};
