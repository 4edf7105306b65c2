import { Alert, AppShell, Badge, Box, Group, NativeSelect, ScrollArea, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useIdleLock } from '../access/idle-lock.js';
import { useMe, type SiteOfMe } from '../access/session.js';
import { SiteContext } from '../access/site.js';
import { useLine } from '../api/connection.js';
import { useHeadOf } from '../api/head.js';
import { keepFocus } from '../ui/keep-focus.js';
import { HeadWatch } from './head-watch.js';
import { KeysHelp, useShellKeys } from './keys.js';
import { placesOf } from './places.js';
import { CameraButton } from './camera-button.js';
import { OpenScanned } from './open-scanned.js';
import { PersonMenu } from './person-menu.js';
import { useAppWords } from './words.js';
import { BottomPlaces, PlaceLink } from './place-links.js';

/** What is around every page of a site: where one is, who one is, where one may go, and whether the ledger hears. */
export default function Shell({ site }: { site: SiteOfMe }) {
  const say = useAppWords();
  useIdleLock();
  useHeadOf(site.siteId);
  useEffect(keepFocus, []);
  const places = placesOf(site);
  const [help, setHelp] = useState(false);
  useShellKeys({ site, places, onHelp: () => setHelp(true) });
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <SiteContext.Provider value={site}>
      <a className="skip" href="#page">
        {say('skip')}
      </a>
      <AppShell
        header={{ height: 60 }}
        navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: true } }}
        footer={{ height: 64, collapsed: wide, offset: !wide }}
        padding="md"
      >
        <AppShell.Header>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              <img src="/icon.svg" width={32} height={32} alt="Countersign" />
              <SiteChoice site={site} />
            </Group>
            <Group gap="xs" wrap="nowrap">
              <LineState />
              {site.kind === 'clinic' && <CameraButton />}
              <PersonMenu siteId={site.siteId} />
            </Group>
          </Group>
        </AppShell.Header>
        {wide && (
          <AppShell.Navbar p="xs" aria-label={say('places')}>
            <AppShell.Section grow component={ScrollArea}>
              {places.map((place) => (
                <PlaceLink key={place.path} place={place} siteId={site.siteId} />
              ))}
            </AppShell.Section>
          </AppShell.Navbar>
        )}
        <AppShell.Main id="page" tabIndex={-1}>
          <LineDown />
          <HeadWatch siteId={site.siteId} />
          <Outlet />
        </AppShell.Main>
        {!wide && (
          <AppShell.Footer component="nav" aria-label={say('places')}>
            <BottomPlaces places={places} siteId={site.siteId} />
          </AppShell.Footer>
        )}
      </AppShell>
      {site.kind === 'clinic' && <OpenScanned siteId={site.siteId} />}
      <KeysHelp opened={help} onClose={() => setHelp(false)} places={places} />
    </SiteContext.Provider>
  );
}

/** One site is a name; several are a choice. */
function SiteChoice({ site }: { site: SiteOfMe }) {
  const say = useAppWords();
  const { sites } = useMe();
  const navigate = useNavigate();
  if (sites.length === 1) {
    return (
      <Text fw={600} lineClamp={1}>
        {site.name}
      </Text>
    );
  }
  return (
    <NativeSelect
      aria-label={say('site')}
      size="sm"
      data={sites.map(({ siteId, name }) => ({ value: siteId, label: name }))}
      value={site.siteId}
      onChange={(event) => void navigate({ to: '/sites/$siteId', params: { siteId: event.currentTarget.value } })}
    />
  );
}

function LineState() {
  const say = useAppWords();
  const up = useLine();
  return (
    <Box role="status">
      {!up && (
        <Badge color="red" size="lg" leftSection={<WifiOff size={14} aria-hidden />}>
          {say('lineDown').split('.')[0]}
        </Badge>
      )}
    </Box>
  );
}

function LineDown() {
  const say = useAppWords();
  const up = useLine();
  if (up) return null;
  return (
    <Alert color="red" variant="light" mb="md" icon={<WifiOff aria-hidden />}>
      {say('lineDown')}
    </Alert>
  );
}
