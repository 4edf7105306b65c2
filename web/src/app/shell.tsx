import { Alert, AppShell, Badge, Box, Group, Menu, NativeSelect, NavLink, ScrollArea, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Menu as MenuIcon, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useIdleLock } from '../access/idle-lock.js';
import { useMe, type SiteOfMe } from '../access/session.js';
import { SiteContext } from '../access/site.js';
import { useLine } from '../api/connection.js';
import { useHeadOf } from '../api/head.js';
import { keepFocus } from '../ui/keep-focus.js';
import { HeadWatch } from './head-watch.js';
import { KeysHelp, useShellKeys } from './keys.js';
import { placesOf, type Place } from './places.js';
import { CameraButton } from './camera-button.js';
import { OpenScanned } from './open-scanned.js';
import { PersonMenu } from './person-menu.js';
import { useAppWords } from './words.js';

/** On a phone so many places stand at the bottom; the others are under "More". */
const AT_THE_BOTTOM = 4;

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

function PlaceLink({ place, siteId }: { place: Place; siteId: string }) {
  const say = useAppWords();
  const here = useIsHere(place, siteId);
  return (
    <NavLink
      renderRoot={(props) => <Link to={`/sites/${siteId}/${place.path}` as string} {...props} />}
      label={say(place.name)}
      leftSection={<place.icon size={20} aria-hidden />}
      active={here}
      aria-current={here ? 'page' : undefined}
      mih={48}
    />
  );
}

function useIsHere(place: Place, siteId: string): boolean {
  const { pathname } = useLocation();
  const at = `/sites/${siteId}/${place.path}`;
  return pathname === at || pathname.startsWith(`${at}/`);
}

function BottomPlaces({ places, siteId }: { places: readonly Place[]; siteId: string }) {
  const say = useAppWords();
  const navigate = useNavigate();
  const shown = places.length <= AT_THE_BOTTOM + 1 ? places : places.slice(0, AT_THE_BOTTOM);
  const others = places.slice(shown.length);
  return (
    <Group h="100%" gap={0} grow wrap="nowrap">
      {shown.map((place) => (
        <BottomPlace key={place.path} place={place} siteId={siteId} />
      ))}
      {others.length > 0 && (
        <Menu position="top-end" withinPortal={false} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Box component="button" type="button" style={BOTTOM} c="inherit">
              <MenuIcon size={22} aria-hidden />
              {say('more')}
            </Box>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((place) => (
              <Menu.Item
                key={place.path}
                leftSection={<place.icon size={20} aria-hidden />}
                mih={44}
                onClick={() => void navigate({ to: `/sites/${siteId}/${place.path}` as string })}
              >
                {say(place.name)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}

const BOTTOM = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 2,
  height: '100%',
  fontSize: '0.75rem',
  textDecoration: 'none',
  background: 'none',
  border: 'none',
  cursor: 'pointer',
} as const;

function BottomPlace({ place, siteId }: { place: Place; siteId: string }) {
  const say = useAppWords();
  const here = useIsHere(place, siteId);
  return (
    <Box
      renderRoot={(props) => <Link to={`/sites/${siteId}/${place.path}` as string} {...props} />}
      aria-current={here ? 'page' : undefined}
      c={here ? 'var(--mantine-color-anchor)' : 'inherit'}
      fw={here ? 700 : 400}
      style={BOTTOM}
    >
      <place.icon size={22} aria-hidden />
      {say(place.name)}
    </Box>
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
