import { MIN_PASSWORD } from '@diemcau/domain/organisation';
import { useRef, useState } from 'react';

import { asProblem } from '../live/api.ts';
import { Button, StatusLine, useFormats, useWords } from '../ui/index.ts';
import { PasswordInput, TextInput } from '../ui/office/index.ts';
import { emptyFirst, type FirstField, wrongFields } from './first-rules.ts';
import { useFirstAdministrator } from './session.ts';
import { organisationWords } from './words.ts';

/** The first administrator, by the one-time link of the server's first start. A field is judged once it was left. */
export const FirstForm = ({ secret, onSignedIn }: { secret: string; onSignedIn: () => void }) => {
  const { first: words, signIn } = useWords(organisationWords);
  const { count } = useFormats();
  const form = useRef<HTMLFormElement>(null);
  const [entry, setEntry] = useState(emptyFirst);
  const [left, setLeft] = useState<ReadonlySet<FirstField>>(new Set());
  const { mutate, error, isPending, reset } = useFirstAdministrator();
  const wrong = wrongFields(entry);

  const sentences: Readonly<Record<FirstField, string>> = {
    name: words.errors.name,
    login: words.errors.login,
    password: words.errors.password(count(MIN_PASSWORD), count(entry.password.length)),
    again: words.errors.again,
  };
  const field = (name: FirstField) => ({
    name,
    label: words[name],
    value: entry[name],
    required: true,
    error: left.has(name) && wrong.includes(name) ? sentences[name] : null,
    onChange: (event: { currentTarget: { value: string } }) =>
      setEntry({ ...entry, [name]: event.currentTarget.value }),
    onBlur: () => entry[name] !== '' && setLeft(new Set([...left, name])),
  });
  const submit = () => {
    setLeft(new Set<FirstField>(['name', 'login', 'password', 'again']));
    const first = wrong[0];
    if (first !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const { name, login, password } = entry;
    mutate({ secret, name: name.trim(), login: login.trim(), password }, { onSuccess: onSignedIn });
  };
  return (
    <form
      ref={form}
      className="col org-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <StatusLine problem={error === null ? null : asProblem(error)} onDismiss={reset} />
      <TextInput {...field('name')} description={words.nameHint} autoComplete="name" autoFocus />
      <TextInput
        {...field('login')}
        description={words.loginHint}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordInput
        {...field('password')}
        visibilityToggleButtonProps={{ 'aria-label': signIn.show }}
        description={words.passwordHint(count(MIN_PASSWORD))}
        autoComplete="new-password"
      />
      <PasswordInput
        {...field('again')}
        visibilityToggleButtonProps={{ 'aria-label': signIn.show }}
        autoComplete="new-password"
      />
      <Button type="submit" tone="primary" wide pending={isPending}>
        {words.submit}
      </Button>
    </form>
  );
};
