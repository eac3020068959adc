/** A handshake, told: no byte is left out, every derived value is derived again by other means, and every step is documented. */
import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from '../../src/bytes/index.ts';
import { explainTlsHandshake, runTlsConversation } from '../../src/explain/index.ts';
import { fieldMeaning } from '../../src/explain/tls/index.ts';
import { HASHES } from '../../src/hash/index.ts';
import { createDecrypter } from '../../src/keys/index.ts';
import { tls12Prf } from '../../src/mac/index.ts';
import { SUITES, suiteNamed } from '../../src/tls/index.ts';
import { catalogues, messageOf, type Trace, type TraceStep } from '../../src/trace/index.ts';
import { withCode } from '../with-code.ts';
import { DEMO_SERVER, type DemoChoice, demoConversation, PARTIES } from './tls-conversation.ts';

const CHOICES: readonly DemoChoice[] = [
  ...SUITES.flatMap((suite) => [{ suite }, { suite, ems: true, etm: true }]),
  { resume: true },
  { resume: true, ems: true, suite: suiteNamed('AES128-GCM-SHA256') },
];
const told = CHOICES.map((choice) => {
  const trace = explainTlsHandshake(demoConversation(choice));
  const flags = (['ems', 'etm', 'resume'] as const).filter((flag) => choice[flag]);
  return { name: [trace.inputs.suite, ...flags].join(' '), choice, trace };
});

const stepsOf = (trace: Trace, pattern: RegExp) => trace.steps.filter(({ id }) => pattern.test(id));
const stepIn = (trace: Trace, id: string) => trace.steps.find((step) => step.id === id);
const bytesIn = (trace: Trace, id: string) => fromHex(stepIn(trace, id)!.values.value!);
const isProtected = (step: TraceStep) => step.values.seq_num !== '';

function fieldOf({ values, fields = [] }: TraceStep, name: string): Uint8Array | undefined {
  const field = fields.find((each) => each.name === name);
  return field && fromHex(values.value!).subarray(field.offset, field.offset + field.length);
}

/** Another reading of RFC 5246, 5: with the platform's HMAC. */
function prf(hash: string, secret: Uint8Array, label: string, seed: Uint8Array, length: number): string {
  const mac = (data: Uint8Array) => createHmac(hash, secret).update(data).digest();
  const labelled = Buffer.concat([Buffer.from(label), seed]);
  let [A, out] = [labelled, Buffer.alloc(0)];
  while (out.length < length) {
    A = mac(A);
    out = Buffer.concat([out, mac(Buffer.concat([A, labelled]))]);
  }
  return out.toString('hex', 0, length);
}
const nodeHash = (name = '') => name.replace('-', '').toLowerCase();

describe.each(told)('$name', ({ trace, choice }) => {
  const { suite = suiteNamed('AES128-SHA') } = choice;

  it('names every byte of every block that has a layout, without gaps', () => {
    const blocks = trace.steps.filter(({ fields }) => fields);
    expect(blocks.length).toBeGreaterThanOrEqual(choice.resume ? 11 : 14);
    for (const { id, values, fields = [] } of blocks) {
      let at = 0;
      for (const { offset, length, name, value, clause } of fields) {
        expect(offset, `${id}: ${name}`).toBe(at);
        at += length;
        const hex = values.value!.slice(2 * offset, 2 * at);
        expect([hex, String(Number.parseInt(hex, 16))], `${id}: ${name}`).toContain(value);
        expect(clause, `${id}: ${name}`).toMatch(/^RFC \d+, \d/);
      }
      expect(2 * at, id).toBe(values.value!.length);
    }
  });

  it('leaves no record out, and none unread', () => {
    const messages = stepsOf(trace, /^message\[\d+\]$/);
    expect(messages.map(({ values }) => values.type)).toEqual(choice.resume ? RESUMED : FULL);
    for (const { id, fields = [], values } of messages) {
      expect(fields.map(({ name }) => name).slice(0, 3), id).toEqual(['type', 'version', 'length']);
      expect(Number(values.length)).toBe(values.value!.length / 2);
      expect(fields.map(({ name }) => name)).not.toContain('fragment');
    }
    expect(trace.output).toBe(toHex(utf8('Hello, Alice!')));
  });

  it('derives as RFC 5246 says, by the PRF and by the platform', () => {
    const derived = trace.steps.filter(({ values }) => values.secret !== undefined);
    expect(derived).toHaveLength(choice.resume ? 3 : 4);
    for (const { id, values } of derived) {
      const { secret = '', label = '', seed = '', hash, value = '' } = values;
      const given = [fromHex(secret), label, fromHex(seed), value.length / 2] as const;
      expect(prf(nodeHash(hash), ...given), id).toBe(value);
      expect(toHex(tls12Prf(HASHES[nodeHash(hash) as 'sha256'], ...given)), id).toBe(value);
    }
  });

  it('feeds each derivation with what came before it', () => {
    const value = (id: string) => stepIn(trace, id)?.values.value ?? '';
    const given = (id: string) => stepIn(trace, id)!.values;
    const messages = stepsOf(trace, /^message\[\d+\]$/);
    const hello = (type: string) => messages.find(({ values }) => values.type === type)!;
    expect(value('client_random')).toBe(toHex(fieldOf(hello('client_hello'), 'random')!));
    expect(value('server_random')).toBe(toHex(fieldOf(hello('server_hello'), 'random')!));
    if (!choice.resume) {
      const exchange = hello('client_key_exchange');
      expect(value('encrypted_pre_master_secret')).toBe(
        toHex(fieldOf(exchange, 'encrypted_pre_master_secret')!),
      );
      const decrypted = createDecrypter(PARTIES.privateKey).decrypt(
        { scheme: 'rsa-pkcs1' },
        bytesIn(trace, 'encrypted_pre_master_secret'),
      );
      expect(toHex(decrypted)).toBe(value('pre_master_secret'));
      expect(value('pre_master_secret')).toMatch(/^0303.{92}$/);
      expect(given('master_secret')).toMatchObject({
        label: choice.ems ? 'extended master secret' : 'master secret',
        secret: value('pre_master_secret'),
        seed: choice.ems ? value('session_hash') : value('client_random') + value('server_random'),
      });
    }
    expect(given('key_block')).toMatchObject({
      label: 'key expansion',
      secret: value('master_secret'),
      seed: value('server_random') + value('client_random'),
    });
    for (const from of ['client', 'server'] as const) {
      const { secret, label, seed, number } = given(`${from}_finished.verify_data`);
      expect([secret, label, seed]).toEqual([
        value('master_secret'),
        `${from} finished`,
        value(`${from}_finished.hash`),
      ]);
      const finished = stepIn(trace, `message[${number}].plaintext`) ?? stepIn(trace, `message[${number}]`)!;
      expect(toHex(fieldOf(finished, 'verify_data')!)).toBe(value(`${from}_finished.verify_data`));
    }
  });

  it('hashes the handshake messages it names', () => {
    for (const { id, values } of trace.steps.filter(({ values: own }) => own.messages !== undefined)) {
      const hash = createHash(nodeHash(values.hash));
      for (const number of numbersIn(values.messages!)) hash.update(handshakeBytes(trace, number));
      expect(hash.digest('hex'), id).toBe(values.value);
    }
    const full = choice.resume ? ['1-2', '1-2, 4'] : ['1-5', '1-5, 7'];
    expect(stepsOf(trace, /_finished\.hash$/).map(({ values }) => values.messages)).toEqual(full);
    expect(stepIn(trace, 'session_hash')?.values.messages).toBe(
      choice.ems && !choice.resume ? '1-5' : undefined,
    );
  });

  it('takes protected records apart as the platform decrypts and authenticates them', () => {
    const keys = (name: string) => fieldOf(stepIn(trace, 'key_block')!, name) ?? new Uint8Array(0);
    const protectedOnes = stepsOf(trace, /^message\[\d+\]$/).filter(isProtected);
    expect(protectedOnes).toHaveLength(6);
    for (const step of protectedOnes) {
      const { id } = step;
      const { from, seq_num: sequence } = step.values;
      const key = keys(`${from}_write_key`);
      if (suite.cipher.kind === 'gcm') {
        const { nonce, aad } = {
          nonce: bytesIn(trace, `${id}.nonce`),
          aad: bytesIn(trace, `${id}.additional_data`),
        };
        expect(stepIn(trace, `${id}.tag`)!.values.key).toBe(`${from}_write_key`);
        expect(stepIn(trace, `${id}.nonce`)!.values.iv).toBe(`${from}_write_IV`);
        expect(toHex(nonce)).toBe(toHex(keys(`${from}_write_IV`)) + toHex(fieldOf(step, 'nonce_explicit')!));
        const open = createDecipheriv(`aes-${8 * key.length}-gcm` as 'aes-128-gcm', key, nonce);
        open.setAAD(aad).setAuthTag(bytesIn(trace, `${id}.tag`));
        const text = Buffer.concat([open.update(fieldOf(step, 'aead-ciphered')!), open.final()]);
        expect(text.toString('hex')).toBe(stepIn(trace, `${id}.plaintext`)!.values.value);
        expect(fieldOf(stepIn(trace, `${id}.additional_data`)!, 'seq_num')!.at(-1)).toBe(Number(sequence));
        continue;
      }
      const { hash, value, key: macKey } = stepIn(trace, `${id}.MAC`)!.values;
      expect(macKey).toBe(`${from}_write_MAC_key`);
      const input = bytesIn(trace, `${id}.MAC_input`);
      const mac = createHmac(nodeHash(hash), keys(macKey!)).update(input);
      expect(mac.digest('hex'), id).toBe(value);
      expect(fieldOf(stepIn(trace, `${id}.MAC_input`)!, 'seq_num')!.at(-1)).toBe(Number(sequence));
      if (suite.cipher.kind !== 'cbc') continue;
      const name = suite.cipher.cipher === 'aes' ? `aes-${8 * key.length}-cbc` : 'des-ede3-cbc';
      const open = createDecipheriv(name, key, fieldOf(step, 'IV')!).setAutoPadding(false);
      const text = Buffer.concat([open.update(fieldOf(step, 'block-ciphered')!), open.final()]);
      expect(text.toString('hex')).toBe(stepIn(trace, `${id}.plaintext`)!.values.value);
      const padding = fieldOf(stepIn(trace, `${id}.plaintext`)!, 'padding')!;
      expect([...padding]).toEqual(padding.length === 0 ? [] : Array(padding.length).fill(padding.length));
    }
  });

  it('is said in both languages', () => {
    for (const { id, say, values } of trace.steps) {
      for (const lang of ['en', 'zh'] as const) expect(messageOf(lang, say, values), id).not.toMatch(/[{}]/);
    }
    expect(new Set(trace.steps.map(({ id }) => id)).size).toBe(trace.steps.length);
  });
});

const FULL = [
  'client_hello',
  'server_hello',
  'certificate',
  'server_hello_done',
  'client_key_exchange',
  'change_cipher_spec',
  'finished',
  'change_cipher_spec',
  'finished',
  'application_data',
  'application_data',
  'close_notify',
  'close_notify',
];
const RESUMED = FULL.filter((type) => !/certificate|done|exchange/.test(type));

/** `1-5, 7`. */
function numbersIn(messages: string): number[] {
  return messages.split(', ').flatMap((run) => {
    const [from, to = from] = run.split('-').map(Number);
    return Array.from({ length: to! - from! + 1 }, (_, i) => from! + i);
  });
}

/** Without the header of the record; decrypted where it was protected, without MAC and padding. */
function handshakeBytes(trace: Trace, number: number): Uint8Array {
  const step = stepIn(trace, `message[${number}].plaintext`);
  const bytes = step ? fromHex(step.values.value!) : bytesIn(trace, `message[${number}]`).subarray(5);
  return bytes.subarray(0, 4 + ((bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!));
}

describe('the trace', () => {
  it('is the same from the same seed', () => {
    expect(explainTlsHandshake(demoConversation({}))).toEqual(explainTlsHandshake(demoConversation({})));
  });

  it('names every byte of data of any length, in RC4 and CBC', () => {
    const suites = fc.constantFrom('RC4-MD5', 'AES128-SHA', 'DES-CBC3-SHA').map(suiteNamed);
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 70 }),
        suites,
        fc.boolean(),
        (request, suite, etm) => {
          const trace = explainTlsHandshake(demoConversation({ request, suite, etm }));
          expect(trace.inputs.request).toBe(toHex(request));
          expect(toHex(fieldOf(stepIn(trace, 'message[10].plaintext')!, 'data')!)).toBe(toHex(request));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('is not told of a handshake that failed, nor of an endless conversation', () => {
    const client = { anchors: [], host: 'bob.example' };
    const failed = runTlsConversation(client, DEMO_SERVER, { request: utf8('?'), response: utf8('!') });
    expect(failed.connection).toBeUndefined();
    expect(failed.events.map(({ event }) => event.type)).toEqual(['failed', 'failed']);
    expect(() => explainTlsHandshake(failed)).toThrow(withCode('bad-argument', /^conversation: /));
    const long = demoConversation({});
    const record = long.noted.find(({ happening }) => happening.what === 'record')!;
    const endless = { ...long, noted: [...long.noted, ...Array(1000).fill(record)] };
    expect(() => explainTlsHandshake(endless)).toThrow(withCode('too-large', /at most 1000 records/));
  });

  it('uses every sentence there is', () => {
    const used = new Set(told.flatMap(({ trace }) => trace.steps.map(({ say }) => say as string)));
    const kept = Object.keys(catalogues.en).filter((key) => key.startsWith('explain.tls.'));
    // No conversation here is refused, or has other messages.
    const rare = ['explain.tls.message.alert', 'explain.tls.message.other'];
    expect(kept.filter((key) => !used.has(key))).toEqual(rare);
  });
});

describe('what a field means', () => {
  const meaning = (name: string, value: string, length = 2) =>
    fieldMeaning({ name, value, length, offset: 0, clause: '' });

  it.each([
    ['version', '771', 'TLS 1.2'],
    ['cipher_suite', '47', 'TLS_RSA_WITH_AES_128_CBC_SHA'],
    ['cipher_suite', '4660', undefined],
    ['extension_type', '65281', 'renegotiation_info'],
    ['SignatureAndHashAlgorithm', '1025', 'rsa_pkcs1_sha256'],
    ['description', '0', 'close_notify'],
    ['level', '1', 'warning'],
    ['extensions length', '49', '49'],
    ['host_name', toHex(utf8('bob.example')), '"bob.example"'],
    ['data', toHex(utf8('a\r\n"b"')), '"a\\r\\n\\"b\\""'],
    ['data', 'ff00', undefined],
    ['random', '00ff', undefined],
  ])('%s %s: %s', (name, value, expected) => expect(meaning(name, value)).toBe(expected));
});

describe('docs/trace-steps-tls.md', () => {
  const text = readFileSync(new URL('../../docs/trace-steps-tls.md', import.meta.url), 'utf8');
  const anyNumber = (id: string) => id.replace(/\[\w+\]/, '[#]');
  const quoted = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => anyNumber(match[1]!));

  it('has every id and value, and no other', () => {
    const documented = text
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => {
        const [ids, , others] = line.split('|').slice(1);
        return quoted(ids).flatMap((id) => [id, ...quoted(others).map((name) => `${id} ${name}`)]);
      });
    const found = told
      .flatMap(({ trace }) => trace.steps)
      .flatMap(({ id, values }) => [
        anyNumber(id),
        ...Object.keys(values)
          .filter((name) => name !== 'value')
          .map((name) => `${anyNumber(id)} ${name}`),
      ]);
    expect([...new Set(found)].sort()).toEqual([...new Set(documented)].sort());
  });

  it('says where there are fields, and there are', () => {
    const withFields = (line: string) => line.includes('has `fields`');
    const rows = text.split('\n').filter((line) => line.startsWith('| `') && withFields(line));
    const documented = rows.flatMap((line) => quoted(line.split('|')[1]));
    const found = told.flatMap(({ trace }) => trace.steps.filter(({ fields }) => fields));
    expect([...new Set(found.map(({ id }) => anyNumber(id)))].sort()).toEqual(documented.sort());
  });
});
