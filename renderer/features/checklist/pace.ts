/** A pause in typing after which text is stored, in milliseconds: short enough that a power cut costs no thought. */
export const idleMs = 250;
