/** Handshake messages: written and read again, every byte named once, and lengths that do not fit refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnnotatedBytes, concat, fromHex } from '../../src/bytes/index.ts';
import {
  encodeHandshake,
  type HandshakeMessage,
  type HelloExtension,
  readHandshake,
  TlsFault,
} from '../../src/tls/index.ts';

const bytes = (minLength: number, maxLength = minLength) => fc.uint8Array({ minLength, maxLength });
const u16 = fc.nat(0xffff);
const numbers = fc.array(u16, { minLength: 1, maxLength: 5 });
const word = fc.stringMatching(/^[a-z0-9.-]{1,20}$/);

/** Each at most once, as the standard asks. */
const extensions = (server: boolean): fc.Arbitrary<HelloExtension[]> =>
  fc.uniqueArray(
    fc.oneof(
      word.map((hostName) => ({ name: 'server_name' as const, hostName: server ? undefined : hostName })),
      numbers.map((groups) => ({ name: 'supported_groups' as const, groups })),
      numbers.map((schemes) => ({ name: 'signature_algorithms' as const, schemes })),
      fc
        .array(word, { minLength: 1, maxLength: server ? 1 : 3 })
        .map((protocols) => ({ name: 'application_layer_protocol_negotiation' as const, protocols })),
      fc.constant({ name: 'encrypt_then_mac' as const }),
      fc.constant({ name: 'extended_master_secret' as const }),
      bytes(0, 24).map((data) => ({ name: 'renegotiation_info' as const, renegotiatedConnection: data })),
      bytes(0, 24).map((data) => ({ name: 'unknown' as const, extensionType: 51, data })),
    ),
    { selector: ({ name }) => name },
  );

const messages: fc.Arbitrary<HandshakeMessage> = fc.oneof(
  fc.record({
    type: fc.constant('client_hello' as const),
    clientVersion: u16,
    random: bytes(32),
    sessionId: bytes(0, 32),
    cipherSuites: numbers,
    compressionMethods: fc.array(fc.nat(255), { minLength: 1, maxLength: 3 }),
    extensions: extensions(false),
  }),
  fc.record({
    type: fc.constant('server_hello' as const),
    serverVersion: u16,
    random: bytes(32),
    sessionId: bytes(0, 32),
    cipherSuite: u16,
    compressionMethod: fc.nat(255),
    extensions: extensions(true),
  }),
  fc.record({
    type: fc.constant('certificate' as const),
    certificateList: fc.array(bytes(1, 300), { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('certificate_request' as const),
    certificateTypes: fc.array(fc.nat(255), { maxLength: 3 }),
    supportedSignatureAlgorithms: fc.array(u16, { maxLength: 4 }),
    certificateAuthorities: fc.array(bytes(1, 40), { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('client_key_exchange' as const), encryptedPremasterSecret: bytes(0, 300) }),
  fc.record({ type: fc.constant('finished' as const), verifyData: bytes(12) }),
  fc.constantFrom<HandshakeMessage>({ type: 'hello_request' }, { type: 'server_hello_done' }),
);

describe('handshake messages', () => {
  it('are what was written, and every byte of them has one name', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const encoded = encodeHandshake(message);
        const fields: AnnotatedBytes[] = [];
        expect(readHandshake(encoded, (field) => fields.push(field))).toEqual(message);
        let at = 0;
        for (const { offset, length, name, clause } of fields) {
          expect(offset, name).toBe(at);
          if (!name.startsWith('extension_data')) expect(clause, name).toMatch(/^RFC \d+, \d/);
          at += length;
        }
        expect(at).toBe(encoded.length);
      }),
    );
  });

  it('are refused wherever they are cut, and with a byte too many', () => {
    fc.assert(
      fc.property(messages, fc.nat(), (message, at) => {
        const encoded = encodeHandshake(message);
        expect(() => readHandshake(encoded.subarray(0, at % encoded.length))).toThrow(TlsFault);
        expect(() => readHandshake(concat(encoded, Uint8Array.of(0)))).toThrow(TlsFault);
      }),
    );
  });

  it('throw nothing but a fault for any bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 11, 13, 16, 20), bytes(0, 120), (type, body) => {
        try {
          readHandshake(concat(Uint8Array.of(type, 0, 0, body.length), body));
        } catch (error) {
          expect(error).toBeInstanceOf(TlsFault);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keep what is unknown', () => {
    expect(readHandshake(fromHex('0c000002abcd'))).toEqual({
      type: 'unknown',
      number: 12,
      body: fromHex('abcd'),
    });
  });
});
