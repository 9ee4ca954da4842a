/** A pause in typing after which text is stored, in milliseconds. */
export const idleMs = 250;
