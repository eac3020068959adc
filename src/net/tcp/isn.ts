/**
 * Initial sequence numbers: RFC 6528's, which an outsider cannot guess, and 4.4BSD's, which anybody can.
 *
 * The guess matters: who knows the number can open a connection in another's name, without seeing the answers.
 */

import { concat, utf8 } from '../../bytes/index.ts';
import { expectBytes } from '../../errors.ts';
import { sha256 } from '../../hash/index.ts';
import type { Endpoint } from './events.ts';
import { seqAdd } from './sequence.ts';

/** `now` in microseconds. */
export type IsnSource = (local: Endpoint, remote: Endpoint, now: number) => number;

/**
 * RFC 6528, section 3: ISN = M + F(localip, localport, remoteip, remoteport, secretkey). M counts every 4 microseconds,
 * so that a new connection of the same pair starts above the last; F, here with SHA-256, gives each pair its own place.
 */
export function hashedIsn(secret: Uint8Array): IsnSource {
  expectBytes('secret', secret);
  return (local, remote, now) => seqAdd(Math.floor(now / 4) % 2 ** 32, f(local, remote, secret));
}

function f(local: Endpoint, remote: Endpoint, secret: Uint8Array): number {
  const tuple = utf8(`${local.address} ${local.port} ${remote.address} ${remote.port} `);
  return firstWord(sha256(concat(tuple, secret)));
}

/**
 * As 4.4BSD counted: one number for all, 64,000 more each half second and with each connection. (4.2BSD added 128 each
 * second and 64 with each connection.)
 */
export function predictableIsn(start = 1): IsnSource {
  let connections = 0;
  return (_local, _remote, now) => {
    const ticks = Math.floor(now / 500_000) + connections++;
    return seqAdd(start, (64_000 * ticks) % 2 ** 32);
  };
}

export function firstWord(bytes: Uint8Array): number {
  return ((bytes[0]! << 24) | (bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!) >>> 0;
}
