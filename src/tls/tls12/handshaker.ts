/**
 * What a handshake is to the connection that runs it, and what it may ask of that connection.
 */

import { TlsFault } from '../alert.ts';
import type { Connection, TlsHappening } from '../machine.ts';
import type { HandshakeMessage, HandshakeType } from '../messages/handshake.ts';
import type { RecordProtection } from '../record/protection.ts';

export interface Handshaker {
  start(): void;
  /** Whether a message of that type has a place now: asked before its body is awaited. */
  admits(type: HandshakeType): boolean;
  /** One message that the peer sent; `bytes` is all of it. Throws `TlsFault` for one that has no place here. */
  receive(message: HandshakeMessage, bytes: Uint8Array): void;
  /** The peer's ChangeCipherSpec: how its records are protected from now on. */
  changeCipherSpec(): RecordProtection;
  /** Whether application data may come. */
  readonly isEstablished: boolean;
  /** The message that is awaited, for sentences. */
  readonly awaits: string;
  /** The connection failed: the session is not gone on with. */
  abandon(): void;
}

export interface Wire {
  /** Sends the message, and returns all of its bytes. */
  send(message: HandshakeMessage): Uint8Array;
  /** Sends ChangeCipherSpec; what is sent from now on is protected. */
  sendChangeCipherSpec(protection: RecordProtection): void;
  /** From now on records carry this version and no other. */
  agreeOnVersion(version: number): void;
  established(connection: Connection): void;
  observe(happening: TlsHappening): void;
}

/** A message that has no place where the handshake stands (7.4). */
export function unexpected(awaited: string, got: string): TlsFault {
  return new TlsFault('unexpected_message', `handshake: expected ${awaited}, got ${got}`);
}
