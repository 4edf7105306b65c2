import { Button, Center, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../../ui/dialog.js';
import { QrCode } from '../../ui/qr-code.js';
import { usePeopleWords } from './words.js';

/** A link that was just made. It is in no answer a second time, so a touch beside the window does not close it. */
export interface NewLink {
  readonly name: string;
  readonly token: string;
  readonly days: number;
}

export function OneTimeLink({ link, note, onDone }: { link: NewLink; note?: ReactNode; onDone: () => void }) {
  const say = usePeopleWords();
  const [copied, setCopied] = useState(false);
  // After the hash: browsers send it to nobody.
  const address = `${location.origin}/invitation/#${link.token}`;
  const lasts = say('days', { count: link.days });
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <Dialog onClose={onDone} title={say('linkTitle', { name: link.name })} closeOnClickOutside={false}>
      <Stack>
        {note}
        <Text>{say('linkLead', { name: link.name, days: lasts })}</Text>
        <Center>
          <QrCode text={address} label={say('qr')} />
        </Center>
        <TextInput
          label={say('link')}
          value={address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          data-autofocus
        />
        <Group justify="space-between">
          <Button variant="default" onClick={() => void copy()}>
            {say('copy')}
          </Button>
          <Text role="status">{copied ? say('copied') : ''}</Text>
          <Button onClick={onDone}>{say('handedOver')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
