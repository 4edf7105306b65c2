import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSite } from '../../access/site.js';
import { sessionOf } from '../../api/reads.js';
import { amount } from '../../i18n/format.js';
import { useStorageWords } from './words.js';

const NOTHING = '0';

/** Where what was drawn for a session went: to the patient, to waste, or still in somebody's hand. */
export function SessionOf({ sessionId }: { sessionId: string }) {
  const say = useStorageWords();
  const { siteId } = useSite();
  const { data } = useQuery(sessionOf(siteId, sessionId));
  const parts = data
    ? (
        [
          ['given', data.givenMg],
          ['wasted', data.wastedMg],
          ['returned', data.returnedMg],
          ['inHand', data.inHandMg],
        ] as const
      )
        .filter(([, mg]) => mg !== NOTHING)
        .map(([what, mg]) => say(what, { amount: amount(mg, 'mg') }))
    : [];
  return (
    <Text size="sm">
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => <Link to={`/sites/${siteId}/sessions/${sessionId}` as string} {...props} />}
      >
        {say('session')}
      </Anchor>
      {parts.length > 0 ? ` · ${say('ofSession')}: ${parts.join(' · ')}` : ''}
    </Text>
  );
}
