import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { useAppWords } from './words.js';

/** A demonstration says so on every page, for ever. */
export function Demonstration() {
  const say = useAppWords();
  const about = useQuery({
    queryKey: ['about'],
    queryFn: () => answer(api.GET('/api/v1/about')),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  if (!about.data?.demonstration) return null;
  return (
    <Box
      component="aside"
      aria-label={say('demonstration')}
      px="md"
      py={4}
      ta="center"
      fw={600}
      fz="sm"
      className="demonstration"
      style={{ background: '#ffd43b', color: '#212529' }}
    >
      {say('demonstration')}
    </Box>
  );
}
