import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useAppWords } from './words.js';

export function NotFound() {
  const say = useAppWords();
  return <Nowhere title={say('notFound')} />;
}

export function NotHere() {
  const say = useAppWords();
  return <Nowhere title={say('notHere')} hint={say('notHereHint')} />;
}

function Nowhere({ title, hint }: { title: string; hint?: string }) {
  const say = useAppWords();
  return (
    <Stack component="main" id="page" align="center" p="xl" mt="xl">
      <Title order={1} size="h2">
        {title}
      </Title>
      {hint !== undefined && <Text c="dimmed">{hint}</Text>}
      <Button renderRoot={(props) => <Link to="/" {...props} />}>{say('home')}</Button>
    </Stack>
  );
}
