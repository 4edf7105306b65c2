import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useAsking } from '../../access/use-asking.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { api } from '../../api/client.js';
import { AskedForm } from './asked.js';
import { ConfirmationFields, confirmationOf, NOTHING } from './confirmation.js';
import { useAccountWords } from './words.js';

/** A new password; the person's other sessions end. */
export function PasswordForm() {
  const say = useAccountWords();
  const asking = useAsking();
  const [confirmation, setConfirmation] = useState(NOTHING);
  const [newPassword, setNewPassword] = useState('');
  const [changed, setChanged] = useState(false);
  const change = () => {
    setChanged(false);
    void asking.ask(async () => {
      await api.POST('/api/v1/auth/password', { body: { ...confirmationOf(confirmation), newPassword } });
      setConfirmation(NOTHING);
      setNewPassword('');
      setChanged(true);
    });
  };
  return (
    <AskedForm asking={asking} onSubmit={change} button={say('change')} done={changed ? say('changed') : undefined}>
      <ConfirmationFields label={say('current')} value={confirmation} onChange={setConfirmation} />
      <PasswordInput
        label={say('next')}
        description={say('passwordRule')}
        value={newPassword}
        onChange={({ currentTarget }) => setNewPassword(currentTarget.value)}
        error={fieldWords(asking.problem, 'newPassword')}
        autoComplete="new-password"
        required
      />
    </AskedForm>
  );
}
