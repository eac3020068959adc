/** Moments as they are typed: ISO 8601, or `@` and the seconds since 1970. */
import { InvalidArgumentError } from 'commander';
import { excerpt } from '../bytes/index.ts';
import type { Session } from './session.ts';

const ISO = /^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|z|[+-]\d\d:?\d\d)?)?$/;
/** Of the year 9999, the last that a certificate can have. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);

/** A day or a moment; without a zone it is UTC, a day begins at midnight. For commander's options. */
export function momentOption(session: Session): (value: string) => Date {
  return (value) => {
    const moment = parseMoment(value.trim());
    if (moment) return moment;
    throw new InvalidArgumentError(session.say('cert.error.time', { got: excerpt(value) }));
  };
}

function parseMoment(text: string): Date | undefined {
  const [, seconds] = /^@(-?\d{1,15})$/.exec(text) ?? [];
  const time = seconds === undefined ? isoTime(text) : Number(seconds) * 1000;
  return Number.isNaN(time) || Math.abs(time) > LAST ? undefined : new Date(time);
}

function isoTime(text: string): number {
  if (!ISO.test(text)) return Number.NaN;
  const zoned = /(Z|[+-]\d\d:?\d\d)$/i.test(text.slice(10));
  const time = Date.parse(`${text.replace(' ', 'T').toUpperCase()}${zoned || text.length === 10 ? '' : 'Z'}`);
  // 30 February would have become the second of March.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text.slice(0, 10)
    ? Number.NaN
    : time;
}
