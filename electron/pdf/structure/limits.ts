/** Largest file the reader takes, in bytes; our largest papers stay below a tenth of it. */
export const fileLimitBytes = 64 * 1024 * 1024;

/** Deepest nesting of arrays and dictionaries; our exports stay below ten. */
export const nestingLimit = 64;

/** Most objects in one file, over all revisions; a paper of 180 pages has some ten thousand. */
export const objectLimit = 200_000;

/** Most values in one file, counting each entry and item; keeps memory within what a worker is given. */
export const valueLimit = 4_000_000;

/** Most revisions in one file: the rendered paper and one for each signature. */
export const revisionLimit = 16;

/** Longest name or number, in bytes. */
export const tokenLimitBytes = 255;

/** Largest size one stream may unpack to, in bytes. */
export const inflatedLimitBytes = 64 * 1024 * 1024;

/** Longest string in round brackets, in bytes as written; texts of our exports stay below a few thousand. */
export const literalLimitBytes = 1024 * 1024;
