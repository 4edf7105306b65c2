import { Center, Code, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CodeInput } from '../../access/code-input.js';
import { refreshMe, useMe } from '../../access/session.js';
import { useAsking } from '../../access/use-asking.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { CautionNote } from '../../ui/notes.js';
import { QrCode } from '../../ui/qr-code.js';
import { AskedForm } from './asked.js';
import { ConfirmationFields, confirmationOf, NOTHING } from './confirmation.js';
import { useAccountWords } from './words.js';

/** An authenticator on a phone: set up with a code of it, or removed. */
export function SecondFactor() {
  const say = useAccountWords();
  const { hasSecondFactor, sites } = useMe();
  const [done, setDone] = useState<'enrolled' | 'removed'>();
  const asksForIt = sites.find(({ requireSecondFactor }) => requireSecondFactor);
  return (
    <Stack gap="sm">
      <Text>{say(hasSecondFactor ? 'secondOn' : 'secondOff')}</Text>
      {!hasSecondFactor && asksForIt && <CautionNote>{say('secondNeeded', { site: asksForIt.name })}</CautionNote>}
      {hasSecondFactor ? <Remove onDone={() => setDone('removed')} /> : <Enrol onDone={() => setDone('enrolled')} />}
      <Text role="status">{done === undefined ? '' : say(done)}</Text>
    </Stack>
  );
}

function Enrol({ onDone }: { onDone: () => void }) {
  const say = useAccountWords();
  const asking = useAsking();
  const [confirmation, setConfirmation] = useState(NOTHING);
  const [secret, setSecret] = useState<components['schemas']['EnrolAnswer']>();
  if (secret) return <Confirm secret={secret} onDone={onDone} />;
  const enrol = () =>
    void asking.ask(async () => {
      setSecret(await answer(api.POST('/api/v1/auth/totp/enrol', { body: confirmationOf(confirmation) })));
    });
  return (
    <AskedForm asking={asking} onSubmit={enrol} button={say('setUp')}>
      <ConfirmationFields label={say('current')} value={confirmation} onChange={setConfirmation} />
    </AskedForm>
  );
}

function Confirm({ secret, onDone }: { secret: components['schemas']['EnrolAnswer']; onDone: () => void }) {
  const say = useAccountWords();
  const asking = useAsking();
  const [code, setCode] = useState('');
  const confirm = () =>
    void asking.ask(async () => {
      await api.POST('/api/v1/auth/totp/confirm', { body: { totp: code } });
      onDone();
      await refreshMe();
    });
  return (
    <AskedForm asking={asking} onSubmit={confirm} button={say('confirm')}>
      <Text>{say('scanHint')}</Text>
      <Center>
        <QrCode text={secret.uri} label={say('qr')} />
      </Center>
      <Text size="sm">{say('byHand')}</Text>
      <Code block>{secret.secret}</Code>
      <CodeInput value={code} onChange={setCode} required />
    </AskedForm>
  );
}

function Remove({ onDone }: { onDone: () => void }) {
  const say = useAccountWords();
  const asking = useAsking();
  const [confirmation, setConfirmation] = useState(NOTHING);
  const remove = () =>
    void asking.ask(async () => {
      await api.POST('/api/v1/auth/totp/remove', { body: confirmationOf(confirmation) });
      onDone();
      await refreshMe();
    });
  return (
    <AskedForm asking={asking} onSubmit={remove} button={say('remove')} quiet>
      <Text size="sm">{say('removeHint')}</Text>
      <ConfirmationFields label={say('current')} value={confirmation} onChange={setConfirmation} />
    </AskedForm>
  );
}
