import { Card, Stack, Text } from '@mantine/core';
import { useSite } from '../../access/site.js';
import type { components } from '../../api/schema.gen.js';
import { dateTime } from '../../i18n/format.js';
import { SiteLink } from '../../records/record-link.js';
import { useAuditWords } from './words.js';

type Actor = components['schemas']['ActorView'];

/** Everybody who signed: who, in which role, what the signature means, how they proved who they are, and when. */
export function Signatures({ actors }: { actors: readonly Actor[] }) {
  const say = useAuditWords();
  const { timeZone } = useSite();
  return (
    <Stack gap="sm">
      {actors.map((actor) => (
        <Card key={`${actor.personId} ${actor.meaning}`} withBorder padding="md">
          <Text fw={600}>
            {actor.displayName} ({actor.role.replaceAll('_', ' ')}) {say(`meaning_${actor.meaning}`)}
          </Text>
          <Text c="dimmed">
            {say('by', { method: methodWords(actor.method, say), when: dateTime(actor.signedAt, timeZone) })}
            {actor.signedSeq !== undefined && (
              <>
                {'; '}
                <SiteLink to={`log/${actor.signedSeq}`}>{say('inRecord', { seq: actor.signedSeq })}</SiteLink>
              </>
            )}
          </Text>
          {actor.attests && actor.attests.length > 0 && (
            <Text c="dimmed">
              {say('saw', { what: actor.attests.map((seen) => say(`saw_${seen as 'label'}`)).join(', ') })}
            </Text>
          )}
        </Card>
      ))}
    </Stack>
  );
}

/** `signature:password+totp` in words; what is not known stands as it is. */
function methodWords(method: string, say: ReturnType<typeof useAuditWords>): string {
  const how = method.slice(method.indexOf(':') + 1).split('+');
  const words: Readonly<Record<string, string>> = {
    password: say('method_password'),
    totp: say('method_totp'),
    webauthn: say('method_passkey'),
    passkey: say('method_passkey'),
  };
  return how.map((one) => words[one] ?? one).join(' + ');
}
