import { Alert, Button, Center, Loader, Stack, Text } from '@mantine/core';
import { CircleAlert, Inbox, TriangleAlert, WifiOff } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { focusRefused, hasLostFocus } from './keep-focus.js';
import { useUiWords } from './words.js';

/** A refusal in plain words, with what to do; the code is there for whoever asks for help. The field it is about gets the focus. */
export function RefusalNote({ detail, next, code }: { detail: string; next?: string; code?: string }) {
  const say = useUiWords();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => focusRefused(note.current?.closest('form, section, [role=dialog], main') ?? null), [detail]);
  return (
    <Alert ref={note} role="alert" color="red" variant="light" icon={<CircleAlert aria-hidden />} data-code={code}>
      <Text fw={600}>{detail}</Text>
      {next !== undefined && <Text>{next}</Text>}
      {code !== undefined && (
        <Text size="xs" c="dimmed">
          {say('code')}: {code}
        </Text>
      )}
    </Alert>
  );
}

/** No answer came to an act. Whoever sent it with a key is at the button that sends it again. */
export function LineLostNote({ onAgain, busy }: { onAgain: () => void; busy: boolean }) {
  const say = useUiWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (hasLostFocus()) button.current?.focus();
  }, []);
  return (
    <Alert role="alert" color="yellow" variant="light" icon={<WifiOff aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        <Text>{say('lineLost')}</Text>
        <Button ref={button} size="sm" variant="default" onClick={onAgain} loading={busy}>
          {say('again')}
        </Button>
      </Stack>
    </Alert>
  );
}

/** Something to know before going on: late for ever, an amount above the order. */
export function CautionNote({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<TriangleAlert aria-hidden />}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      {...(title ? { title } : {})}
    >
      {children}
    </Alert>
  );
}

/** An empty list: why, and what to do first. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Center py="xl">
      <Stack align="center" gap="xs" maw="28rem" ta="center">
        <Inbox size={40} strokeWidth={1.2} aria-hidden />
        <Text fw={600} size="lg">
          {title}
        </Text>
        {children !== undefined && <Text c="dimmed">{children}</Text>}
        {action}
      </Stack>
    </Center>
  );
}

export function Waiting() {
  const say = useUiWords();
  return (
    <Center py="xl" role="status" aria-label={say('loading')}>
      <Loader />
    </Center>
  );
}

export function ReadFailed({ onRetry }: { onRetry: () => void }) {
  const say = useUiWords();
  return (
    <Alert role="alert" color="red" variant="light" icon={<CircleAlert aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        <Text>{say('failed')}</Text>
        <Button size="sm" variant="default" onClick={onRetry}>
          {say('retry')}
        </Button>
      </Stack>
    </Alert>
  );
}
