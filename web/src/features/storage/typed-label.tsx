import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { scanned } from '../../scan/scans.js';
import { useStorageWords } from './words.js';

/** A label that is typed, where no scanner is at hand: it is taken as if it had been scanned. */
export function TypedLabel() {
  const say = useStorageWords();
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') scanned(text.trim());
        setText('');
      }}
    >
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          label={say('label')}
          description={say('moveScanHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autoComplete="off"
          flex={1}
        />
        <Button type="submit" variant="default">
          {say('add')}
        </Button>
      </Group>
    </form>
  );
}
