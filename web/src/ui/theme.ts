import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e6f6f8',
  '#cfe9ed',
  '#9fd3db',
  '#6bbcc8',
  '#41a8b8',
  '#279cae',
  '#0f7f91',
  '#0b6a7a',
  '#0b5563',
  '#063f4a',
];

/** Large targets, calm colours; every pair of text and ground keeps 4.5 to 1 in light and dark. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 6 },
  colors: { petrol },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Open Sans", sans-serif',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 44 } },
    // A title in the alert's own colour does not reach 4.5 to 1 on its light ground.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    SegmentedControl: {
      styles: { label: { display: 'flex', alignItems: 'center', justifyContent: 'center', minHeight: 44 } },
    },
  },
});

/** What figures mean, by name: amber is in hand, red missing or refused, green balanced. Text colours of 4.5 to 1. */
export const meanings: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--meaning-hand': '#8a4b00',
    '--meaning-hand-ground': '#fff4d6',
    '--meaning-missing': '#b42318',
    '--meaning-missing-ground': '#fee9e7',
    '--meaning-balanced': '#1f6b3a',
    '--meaning-balanced-ground': '#e3f5e8',
    '--mantine-color-dimmed': '#5a636b',
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--meaning-hand': '#ffc46b',
    '--meaning-hand-ground': '#3d2c0b',
    '--meaning-missing': '#ff9d94',
    '--meaning-missing-ground': '#451814',
    '--meaning-balanced': '#7fdba0',
    '--meaning-balanced-ground': '#12351f',
    '--mantine-color-dimmed': '#a8b0b8',
    '--mantine-color-error': '#ff9d94',
  },
});
