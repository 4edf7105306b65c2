import { Alert, Anchor, List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Hand } from 'lucide-react';
import { useSite } from '../../access/site.js';
import { pendingWastesOf } from '../../api/reads.js';
import { age, amount } from '../../i18n/format.js';
import { useUnbalanced } from './queries.js';
import { useSessionWords } from './words.js';

/** What is drawn and not accounted for at the site, and wastes that wait for witnesses: in everybody's sight until it is nothing. */
export function OpenMatters() {
  const say = useSessionWords();
  const { siteId } = useSite();
  const pending = useQuery(pendingWastesOf(siteId, 'pending')).data ?? [];
  const unbalanced = useUnbalanced().data?.items ?? [];
  if (pending.length + unbalanced.length === 0) return null;
  return (
    <Alert
      variant="light"
      color="yellow"
      icon={<Hand aria-hidden />}
      title={say('openMatters')}
      role="region"
      aria-label={say('openMatters')}
    >
      <List spacing={4} size="md">
        {pending.length > 0 && (
          <List.Item>
            <Anchor
              inherit
              fw={600}
              underline="always"
              c="inherit"
              renderRoot={(props) => <Link to="/sites/$siteId/wastes" params={{ siteId }} {...props} />}
            >
              {say('pendingWastes', {
                count: pending.length,
                age: age(Math.max(...pending.map(({ ageMinutes }) => ageMinutes))),
              })}
            </Anchor>
          </List.Item>
        )}
        {unbalanced.slice(0, SHOWN).map((session) => (
          <List.Item key={session.sessionId}>
            <Anchor
              inherit
              underline="always"
              c="inherit"
              renderRoot={(props) => (
                <Link
                  to="/sites/$siteId/sessions/$sessionId"
                  params={{ siteId, sessionId: session.sessionId }}
                  {...props}
                />
              )}
            >
              {say('unaccounted', {
                amount: amount(session.inHandMg, 'mg'),
                product: session.productName,
                room: session.locationName,
                nurse: session.nurseName,
                age: age(session.ageMinutes),
              })}
            </Anchor>
          </List.Item>
        ))}
        {unbalanced.length > SHOWN && <List.Item>{say('andMore', { count: unbalanced.length - SHOWN })}</List.Item>}
      </List>
    </Alert>
  );
}

const SHOWN = 5;
