/** What time of day a simulation starts at, as captures tell it: a Monday morning in 2026, on every machine. */

/** 2026-01-05T08:00:00Z in microseconds since 1970. */
export const EPOCH_MICROS = 1_767_600_000_000_000;
