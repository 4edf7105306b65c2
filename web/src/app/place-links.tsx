import { Box, Group, Menu, NavLink } from '@mantine/core';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Menu as MenuIcon } from 'lucide-react';
import type { Place } from './places.js';
import { useAppWords } from './words.js';

/** On a phone so many places stand at the bottom; the others are under "More". */
const AT_THE_BOTTOM = 4;

/** A place at the left of a wide screen. */
export function PlaceLink({ place, siteId }: { place: Place; siteId: string }) {
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

/** The places at the foot of a phone. */
export function BottomPlaces({ places, siteId }: { places: readonly Place[]; siteId: string }) {
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
