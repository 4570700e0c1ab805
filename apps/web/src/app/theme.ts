import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The one accent: the blue-green of old ink. */
const ink: MantineColorsTuple = [
  '#eaf3f2',
  '#d3e5e3',
  '#aacfcc',
  '#86bfba',
  '#6db0ab',
  '#3f8d8a',
  '#2a7473',
  '#1d5d5e',
  '#17494d',
  '#0f3337',
];

/** Greys with the warmth of the ground, in place of the library's cool ones. */
const gray: MantineColorsTuple = [
  '#f6f2ea',
  '#efe9de',
  '#e6dfd2',
  '#d9d0c1',
  '#c9bfae',
  '#aaa090',
  '#857c6e',
  '#625b50',
  '#474138',
  '#2e2a24',
];
const dark: MantineColorsTuple = [
  '#dad4c8',
  '#b8b0a3',
  '#958c7e',
  '#6c6458',
  '#48433b',
  '#38342e',
  '#2b2824',
  '#22201d',
  '#191816',
  '#131210',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  // The accent is dark on light and light on dark; the library decides its text colour once for both.
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    const isAccent = input.color === undefined || input.color === input.theme.primaryColor;
    return input.variant === 'filled' && isAccent ? { ...resolved, color: 'var(--jl-on-accent)' } : resolved;
  },
  colors: { ink, gray, dark },
  white: '#fffdf9',
  black: '#211f1b',
  fontFamily: "'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif",
  headings: {
    fontFamily: "'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif",
    fontWeight: '560',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.25' },
      h2: { fontSize: '1.3125rem', lineHeight: '1.35' },
      h3: { fontSize: '1.125rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.84375rem', sm: '0.9375rem', md: '1.03125rem', lg: '1.125rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.5' },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain records instead of `Component.extend`: naming a component here must not put its code into the first load.
  components: {
    Anchor: { defaultProps: { underline: 'hover' } },
    Button: { defaultProps: { fw: 550 } },
    Modal: { defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.4 } } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', withInitialFocusPlaceholder: false } },
    Paper: { defaultProps: { radius: 'lg' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
  },
});

/**
 * The product's colours by meaning. `excellence` and `growth` are used for nothing else; growth is a plum,
 * told apart from the green also by those who see red and green alike.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--jl-serif': "'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif",
  },
  light: {
    '--jl-ground': '#f7f3ec',
    '--jl-paper': '#fffdf9',
    '--jl-sunk': '#efe9de',
    '--jl-ink': '#211f1b',
    '--jl-muted': '#625b50',
    '--jl-line': '#e2dace',
    '--jl-line-strong': '#8d8476',
    '--jl-accent': '#17494d',
    '--jl-on-accent': '#fffdf9',
    '--jl-accent-soft': '#e0ecea',
    '--jl-excellence': '#3c6224',
    '--jl-excellence-soft': '#e7efd9',
    '--jl-growth': '#67437f',
    '--jl-growth-soft': '#f0e8f4',
    '--jl-care': '#7a4b00',
    '--jl-care-soft': '#f8ecd4',
    '--mantine-color-body': '#f7f3ec',
    '--mantine-color-text': '#211f1b',
    '--mantine-color-dimmed': '#625b50',
    '--mantine-color-anchor': '#17494d',
    '--mantine-color-placeholder': '#746c60',
    '--mantine-color-error': '#9c2f1d',
    '--mantine-color-default': '#fffdf9',
    '--mantine-color-default-hover': '#f3ede3',
    '--mantine-color-default-color': '#211f1b',
    '--mantine-color-default-border': '#d6cdbe',
  },
  dark: {
    '--jl-ground': '#191816',
    '--jl-paper': '#22201d',
    '--jl-sunk': '#131210',
    '--jl-ink': '#ece7dd',
    '--jl-muted': '#b0a798',
    '--jl-line': '#38342e',
    '--jl-line-strong': '#7d7568',
    '--jl-accent': '#8fc9c4',
    '--jl-on-accent': '#10211f',
    '--mantine-color-ink-filled-hover': '#86bfba',
    '--mantine-color-ink-light': '#20383a',
    '--mantine-color-ink-light-hover': '#294647',
    '--mantine-color-ink-light-color': '#b0dcd7',
    '--jl-accent-soft': '#1f3433',
    '--jl-excellence': '#abcb8d',
    '--jl-excellence-soft': '#2a3420',
    '--jl-growth': '#cdb3e1',
    '--jl-growth-soft': '#352b3f',
    '--jl-care': '#e6bd77',
    '--jl-care-soft': '#372c18',
    '--mantine-color-body': '#191816',
    '--mantine-color-text': '#ece7dd',
    '--mantine-color-dimmed': '#b0a798',
    '--mantine-color-anchor': '#8fc9c4',
    '--mantine-color-placeholder': '#968d7f',
    '--mantine-color-error': '#f0a392',
    '--mantine-color-default': '#22201d',
    '--mantine-color-default-hover': '#2b2824',
    '--mantine-color-default-color': '#ece7dd',
    '--mantine-color-default-border': '#48433b',
  },
});
