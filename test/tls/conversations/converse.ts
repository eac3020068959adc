/**
 * One row per conversation: what a client sends to our server, and what it earns. The rows follow tlsfuzzer's scripts for TLS 1.2
 * with RSA key exchange, whose names they carry; the words, the client and the server's page are ours.
 */
import { describe, expect, it } from 'vitest';
import type { ServerConfig } from '../../../src/tls/machine.ts';
import type { RawClient } from '../raw-client.ts';
import { pieces } from '../raw-peer.ts';
import { rawClient } from '../raw-setup.ts';

export interface Conversation {
  readonly what: string;
  readonly sends: (client: RawClient) => unknown;
  /** `works`: the page came and both sides said close_notify; else what `RawPeer.outcome` says. */
  readonly earns: string;
  readonly server?: Partial<ServerConfig>;
}

/** What a script does once the handshake stands: asks for the page, and ends. */
export function finishOff(client: RawClient): RawClient {
  client.get().closeNotify();
  return client;
}

/** The handshake from ServerHelloDone on, and the page. */
export function goOn(client: RawClient): RawClient {
  return finishOff(client.secondFlight());
}

export function result(client: RawClient): string {
  const { outcome } = client;
  return outcome === 'closed' && client.text === 'the page' ? 'works' : outcome;
}

/** Every row, delivered as it is and one byte at a time. */
export function converse(script: string, conversations: readonly Conversation[]): void {
  describe(script, () => {
    it.each(conversations)('$what: $earns', ({ sends, earns, server }) => {
      const whole = rawClient(server);
      sends(whole);
      expect(result(whole)).toBe(earns);
      const slow = rawClient(server);
      slow.cut = pieces(1);
      sends(slow);
      expect(result(slow), 'one byte at a time').toBe(earns);
    });
  });
}

/** Many rows of one kind, in one test: those that earn something else are listed. */
export function converseAll(script: string, about: string, conversations: Iterable<Conversation>): void {
  it(`${script}: ${about}`, () => {
    const wrong: string[] = [];
    let count = 0;
    for (const { what, sends, earns, server } of conversations) {
      const client = rawClient(server);
      sends(client);
      count++;
      if (result(client) !== earns) wrong.push(`${what}: ${result(client)} instead of ${earns}`);
    }
    expect(count).toBeGreaterThan(1);
    expect(wrong).toEqual([]);
  });
}
