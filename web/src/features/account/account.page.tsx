import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { logOutEverywhere, useMe } from '../../access/session.js';
import { useSite } from '../../access/site.js';
import { useAsking } from '../../access/use-asking.js';
import { useAccessWords } from '../../access/words.js';
import { dateTime } from '../../i18n/format.js';
import { Page } from '../../ui/page.js';
import { AskedForm } from './asked.js';
import { KeysSection } from './keys/keys-section.js';
import { useKeyWords } from './keys/words.js';
import { PasswordForm } from './password-form.js';
import { SecondFactor } from './second-factor.js';
import { useAccountWords } from './words.js';

/** One's own account: password, second factor, sessions. */
export function AccountPage() {
  const say = useAccountWords();
  const sayKey = useKeyWords();
  const sayRole = useAccessWords();
  const { displayName, username, sites } = useMe();
  return (
    <Page title={say('title')} lead={say('lead', { name: displayName, username })}>
      <Part title={say('rolesTitle')}>
        {sites.map(({ siteId, name, roles }) => (
          <Text key={siteId}>
            <Text span fw={600}>
              {name}
            </Text>
            {': '}
            {roles.map((role) => sayRole(`role_${role}`)).join(', ')}
          </Text>
        ))}
      </Part>
      <Part title={say('secondTitle')}>
        <SecondFactor />
      </Part>
      <Part title={sayKey('title')}>
        <KeysSection />
      </Part>
      <Part title={say('passwordTitle')}>
        <PasswordForm />
      </Part>
      <Part title={say('sessionsTitle')}>
        <Sessions />
      </Part>
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" withBorder p="lg" aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

function Sessions() {
  const say = useAccountWords();
  const { expiresAt } = useMe();
  const { timeZone } = useSite();
  const asking = useAsking();
  return (
    <AskedForm asking={asking} onSubmit={() => void asking.ask(logOutEverywhere)} button={say('everywhere')} quiet>
      <Text>{say('sessionsHint', { at: dateTime(expiresAt, timeZone) })}</Text>
      <Text>{say('everywhereHint')}</Text>
    </AskedForm>
  );
}
