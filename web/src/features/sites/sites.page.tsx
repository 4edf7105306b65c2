import { Anchor, Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { refreshMe, useMe } from '../../access/session.js';
import { ActDialog } from '../../acts/act-dialog.js';
import { fieldWords } from '../../acts/refusal-words.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';
import { Witnesses } from '../../proof/witnesses.js';
import { useProofWords } from '../../proof/words.js';
import { Empty } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { useSitesWords } from './words.js';

type NewSite = components['schemas']['NewSiteDto'];

/** The clinics of the organisation, and how a new one is opened. */
export function SitesPage() {
  const say = useSitesWords();
  const clinics = useMe().sites.filter(({ kind }) => kind === 'clinic');
  const [opening, setOpening] = useState(false);
  const open = (
    <Button leftSection={<Building2 size={18} aria-hidden />} onClick={() => setOpening(true)}>
      {say('open')}
    </Button>
  );
  return (
    <Page title={say('title')} lead={say('lead')} actions={open}>
      {clinics.length === 0 && <Empty title={say('emptyTitle')}>{say('emptyHint')}</Empty>}
      {clinics.length > 0 && (
        <Stack component="section" aria-label={say('otherSites')}>
          <Title order={2} size="h4">
            {say('otherSites')}
          </Title>
          {clinics.map(({ siteId, name, timeZone, permissions }) => (
            <Paper key={siteId} withBorder p="md" component="section" aria-label={name}>
              <Group justify="space-between">
                <div>
                  <Text fw={600}>{name}</Text>
                  <Text c="dimmed">{timeZone}</Text>
                </div>
                <Anchor renderRoot={(props) => <Link to="/sites/$siteId" params={{ siteId }} {...props} />} p="xs">
                  {say('goTo', { name })}
                </Anchor>
              </Group>
              {permissions.includes('alarm:read') && <WitnessesOf siteId={siteId} timeZone={timeZone} />}
            </Paper>
          ))}
        </Stack>
      )}
      {opening && <OpenSite onClose={() => setOpening(false)} />}
    </Page>
  );
}

function WitnessesOf(site: { siteId: string; timeZone: string }) {
  const say = useProofWords();
  return (
    <>
      <Title order={3} size="h5" mt="md" mb="xs">
        {say('witnesses')}
      </Title>
      <Witnesses {...site} />
    </>
  );
}

const ZONES = Intl.supportedValuesOf('timeZone');

function OpenSite({ onClose }: { onClose: () => void }) {
  const say = useSitesWords();
  const navigate = useNavigate();
  const [given, setGiven] = useState<NewSite>(() => ({
    name: '',
    deaNumber: '',
    address: '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  const opening = useAct({
    post: (body: NewSite, key) =>
      answer(api.POST('/api/v1/sites', { params: { header: { 'Idempotency-Key': key } }, body })),
    done: ({ siteId }) => {
      // The role at the new site comes with it: who one is has to be read again before one may go there.
      void refreshMe().then(() => navigate({ to: '/sites/$siteId', params: { siteId } }));
    },
  });
  const field = (name: 'name' | 'deaNumber' | 'address') => ({
    label: say(name),
    value: given[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setGiven((before) => ({ ...before, [name]: value })),
    error: fieldWords(opening.problem, name),
    required: true,
  });
  const ready = [given.name, given.deaNumber, given.address].every((text) => text.trim() !== '');
  return (
    <ActDialog
      title={say('openTitle')}
      lead={say('openLead')}
      button={say('openButton')}
      act={opening}
      ready={ready}
      onSubmit={() => void opening.send(given)}
      onClose={onClose}
    >
      <TextInput {...field('name')} data-autofocus />
      <TextInput {...field('deaNumber')} autoCapitalize="characters" />
      <TextInput {...field('address')} />
      <Select
        label={say('timeZone')}
        description={say('timeZoneHint')}
        data={ZONES}
        value={given.timeZone}
        onChange={(timeZone) => timeZone && setGiven((before) => ({ ...before, timeZone }))}
        error={fieldWords(opening.problem, 'timeZone')}
        limit={50}
        searchable
        required
      />
    </ActDialog>
  );
}
