import { Box, NativeSelect, Stack, useMantineColorScheme } from '@mantine/core';
import { LANGUAGES, type Language } from '../i18n/languages.js';
import { useLanguage } from '../i18n/strings.js';
import { useAppWords } from './words.js';

/** Language and light or dark: of the device, for whoever is at it. */
export function Preferences() {
  const say = useAppWords();
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Box px="sm" py="xs">
      <Stack gap="xs">
        <NativeSelect
          size="sm"
          label={say('language')}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          value={language}
          onChange={(event) => choose(event.currentTarget.value as Language)}
        />
        <NativeSelect
          size="sm"
          label={say('appearance')}
          data={[
            { value: 'auto', label: say('byDevice') },
            { value: 'light', label: say('light') },
            { value: 'dark', label: say('dark') },
          ]}
          value={colorScheme}
          onChange={(event) => setColorScheme(event.currentTarget.value as 'auto' | 'light' | 'dark')}
        />
      </Stack>
    </Box>
  );
}
