/** A source of chance: each call gives the next number in [0, 1). */
export type Random = () => number;

/** The platform's own chance: the default wherever a {@link Random} can be given. Not for secrets. */
export const systemRandom: Random = Math.random;
