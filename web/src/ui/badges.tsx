import { Box, Text } from '@mantine/core';
import { CircleCheck, CircleX, Hand } from 'lucide-react';
import type { ReactNode } from 'react';

const LOOK = {
  hand: { icon: Hand, ink: 'var(--meaning-hand)', ground: 'var(--meaning-hand-ground)' },
  missing: { icon: CircleX, ink: 'var(--meaning-missing)', ground: 'var(--meaning-missing-ground)' },
  balanced: { icon: CircleCheck, ink: 'var(--meaning-balanced)', ground: 'var(--meaning-balanced-ground)' },
} as const;

/** A word with the colour and the sign of what it means: never the colour alone. */
export function Meaning({ is, children }: { is: keyof typeof LOOK; children: ReactNode }) {
  const { icon: Icon, ink, ground } = LOOK[is];
  return (
    <Box
      component="span"
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: '0.35rem',
        padding: '0.15rem 0.6rem',
        borderRadius: '1rem',
        color: ink,
        background: ground,
        fontWeight: 600,
      }}
    >
      <Icon size={16} aria-hidden />
      <Text span inherit>
        {children}
      </Text>
    </Box>
  );
}
