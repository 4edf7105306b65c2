import { Stack, Text } from '@mantine/core';
import { api } from '../../../api/client.js';
import { Confirm, type Confirmation } from './confirm.js';
import type { Key } from './key.js';
import { useKeyWords } from './words.js';

export function RemoveKey({ of: { passkeyId, name }, onDone }: { of: Key; onDone: () => void }) {
  const say = useKeyWords();
  const remove = async (body: Confirmation) => {
    await api.POST('/api/v1/auth/passkeys/{passkeyId}/remove', { params: { path: { passkeyId } }, body });
    onDone();
  };
  return (
    <Stack gap="xs">
      <Text size="sm">{say('removeHint')}</Text>
      <Confirm button={say('removeTitle', { name })} onGiven={remove} />
    </Stack>
  );
}
