import nastaliq from '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-500-normal.woff2?url';
import gurmukhi from '@fontsource/noto-sans-gurmukhi/files/noto-sans-gurmukhi-gurmukhi-500-normal.woff2?url';

/** Where the fonts of scripts of their own lie; `fonts.css` draws with the same files. */
export const fontFiles = { gurmukhi, nastaliq } as const;
