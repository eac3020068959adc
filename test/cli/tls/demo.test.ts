/** What `crypto tls demo` shows: short where it is asked for little, and a page that needs nothing from anywhere. */
import { describe, expect, it } from 'vitest';
import { fromHex, utf8 } from '../../../src/bytes/index.ts';
import { columnsOf } from '../../../src/cli/render.ts';
import { openSession } from '../../../src/cli/session.ts';
import { handshakePage } from '../../../src/cli/tls/demo-page/page.ts';
import { demoText, prfCommand } from '../../../src/cli/tls/demo-text.ts';
import { explainTls12Prf, explainTlsHandshake } from '../../../src/explain/index.ts';
import { HASHES } from '../../../src/hash/index.ts';
import { SUITES, suiteNamed } from '../../../src/tls/index.ts';
import type { Trace } from '../../../src/trace/index.ts';
import { demoConversation } from '../../explain/tls-conversation.ts';
import { withCode } from '../../with-code.ts';

const [en, zh] = (['en', 'zh'] as const).map((lang) => openSession(['--lang', lang], { NO_COLOR: '1' }));
const cbc = explainTlsHandshake(demoConversation({}));
const etm = explainTlsHandshake(demoConversation({ ems: true, etm: true }));
const gcm = explainTlsHandshake(demoConversation({ suite: suiteNamed('AES256-GCM-SHA384'), ems: true }));
const resumed = explainTlsHandshake(demoConversation({ resume: true }));
const overview = (trace: Trace, session = en!) => demoText(session, trace, { all: false });
const messageText = (trace: Trace, message: number, session = en!) =>
  demoText(session, trace, { message, all: false });

describe('the overview', () => {
  it.each([en!, zh!])('fits on a screen and a half, in $lang', (session) => {
    for (const trace of [cbc, etm, gcm, resumed]) {
      const lines = overview(trace, session).split('\n');
      expect(lines.length).toBeLessThanOrEqual(37);
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(100);
    }
  });

  it('shows the label and the session hash that were used', () => {
    expect(overview(cbc)).toContain('"master secret", client random + server random');
    expect(overview(cbc)).not.toContain('session hash');
    expect(overview(etm)).toContain('"extended master secret", session hash');
    expect(overview(etm)).toMatch(/^session hash {2,}\S+ {2}hash of the handshake messages 1-5$/m);
    expect(overview(resumed)).not.toContain('premaster secret');
  });

  it('cuts the key block where its pieces end', () => {
    const pieces = (trace: Trace) => [
      ...overview(trace).matchAll(/─ (\w+_(?:key|IV)) .*bytes (\d+) to (\d+)/g),
    ];
    expect(pieces(cbc).map(([, ...cells]) => cells.join(' '))).toEqual([
      'client_write_MAC_key 0 19',
      'server_write_MAC_key 20 39',
      'client_write_key 40 55',
      'server_write_key 56 71',
    ]);
    expect(
      pieces(gcm)
        .map(([, ...cells]) => cells.join(' '))
        .slice(-2),
    ).toEqual(['client_write_IV 64 67', 'server_write_IV 68 71']);
  });

  it('marks what nobody on the way can read', () => {
    const arrows = overview(cbc)
      .split('\n')
      .filter((line) => line.includes('│') && line.includes('bytes'));
    expect(arrows.filter((line) => line.includes('══'))).toHaveLength(6);
    expect(arrows.filter((line) => line.includes('encrypted'))).toHaveLength(6);
    const open = explainTlsHandshake(demoConversation({ suite: suiteNamed('NULL-SHA256') }));
    expect(overview(open)).not.toContain('encrypted');
    expect(overview(open)).toContain('with a MAC');
  });
});

describe('a message', () => {
  it('is taken apart into fields', () => {
    expect(messageText(cbc, 7)).toMatch(/^ +0 +1 {2}type +16 \(handshake\) +RFC 5246, 6\.2\.1$/m);
    expect(messageText(cbc, 7)).toMatch(/^ +5 +16 {2}IV +[\da-f]{32} +RFC 5246, 6\.2\.3\.2$/m);
    expect(messageText(cbc, 7)).toMatch(/^ +47 +1 {2}padding_length +0b \(11\) +RFC 5246, 6\.2\.3\.2$/m);
    expect(messageText(gcm, 10, zh)).toContain('\n附加认证数据 (AAD)，13 字节：\n');
    expect(messageText(cbc, 3)).toContain('crypto cert show');
    expect(messageText(cbc, 5)).toMatch(
      /padding, 48 bytes:\n.*\n +0 +2 {2}client_version +0303 .*\n +2 +46 {2}random /,
    );
  });

  it('is one there is', () => {
    expect(() => messageText(cbc, 14)).toThrow(
      withCode('bad-argument', /^--message: expected a number from 1 to 13, got 14$/),
    );
  });

  it.each(SUITES.map((suite) => suite.name))('and all of them, in full, with %s', (name) => {
    const trace = explainTlsHandshake(demoConversation({ suite: suiteNamed(name), etm: true }));
    for (const session of [en!, zh!]) {
      const text = demoText(session, trace, { all: true });
      for (const { values, fields = [] } of trace.steps) {
        const shown = fields.map(({ offset, length }) =>
          values.value!.slice(2 * offset, 2 * (offset + length)),
        );
        const lines = shown.flatMap((hex) => hex.match(/.{1,64}/g) ?? []);
        for (const line of lines) expect(text).toContain(line);
      }
    }
  });
});

it('says how each PRF can be followed, and it leads to the same', () => {
  const steps = [...cbc.steps, ...gcm.steps].filter((step) => prfCommand(step) !== undefined);
  expect(steps).toHaveLength(8);
  for (const step of steps) {
    const pattern =
      /^crypto explain prf --secret (\w+) --label "([a-z ]+)" --seed (\w+) --length (\d+) --hash (\w+)$/;
    const [, secret = '', label = '', seed = '', length, hash] = pattern.exec(prfCommand(step)!)!;
    const given = [fromHex(secret), label, fromHex(seed), Number(length)] as const;
    expect(explainTls12Prf(HASHES[hash as 'sha256'], ...given).output).toBe(step.values.value);
  }
});

describe('the page', () => {
  const hostile = '</style><script>alert("1")</script>&\'';
  const pages = [cbc, etm, gcm, resumed].flatMap((trace) =>
    [en!, zh!].map((session) => ({
      lang: session.lang,
      trace,
      text: handshakePage(session, trace, hostile),
    })),
  );

  it.each(pages)('in $lang fetches nothing and runs nothing', ({ text }) => {
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(text).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form|audio|video|use|image)\b/i);
    expect(text).not.toMatch(/https?:|url\(|@import|\bsrc=|\bon\w+=|javascript:/i);
    const links = [...text.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!);
    expect(links.length).toBeGreaterThan(9);
    for (const link of links) expect(text).toContain(`id="${link.slice(1)}"`);
  });

  it.each(pages)('in $lang escapes what a stranger chose, and closes what it opens', ({ text }) => {
    expect(text).toContain('&lt;/style&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
    expect(unclosed(text)).toEqual([]);
    expect(text).not.toMatch(/undefined|\[object|NaN|\{\w+\}(?![^<]*<\/style>)/);
  });

  it.each(pages)('in $lang has every byte, and every value of the derivation', ({ text, trace }) => {
    const spaced = (hex: string) => hex.replace(/(..)(?=.)/g, '$1 ');
    for (const { id, values, fields } of trace.steps) {
      const { value = '' } = values;
      if (!fields) expect(text, id).toContain(value);
      for (const { offset, length } of fields ?? []) {
        expect(text, id).toContain(spaced(value.slice(2 * offset, 2 * (offset + length))));
      }
    }
  });

  it('says what it is: history, and not secret; in both languages', () => {
    const seeded = handshakePage(en!, cbc, 'lecture');
    expect(seeded).toContain('RSA key exchange is history.');
    expect(seeded).toContain('Made from --seed lecture: repeatable');
    expect(handshakePage(en!, cbc, undefined)).toContain('every secret of its connection');
    const chinese = handshakePage(zh!, cbc, 'lecture');
    expect(chinese).toContain('<html lang="zh-CN">');
    expect(chinese).toContain('RSA 密钥交换已成历史');
    expect(chinese.match(/预主密钥 \(premaster secret\)/)).not.toBeNull();
  });

  it('escapes data of the connection as well', () => {
    const request = utf8('<b onclick="x">&');
    const page = handshakePage(en!, explainTlsHandshake(demoConversation({ request })), undefined);
    expect(page).not.toContain('<b onclick');
    expect(page).toContain('&lt;b onclick=\\&quot;x\\&quot;&gt;&amp;');
  });
});

/** Elements that are opened and not closed, or closed and not opened. */
function unclosed(page: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = '', end] of page.matchAll(/<(\/?)([a-z][a-z\d]*)\b[^>]*?(\/?)>/g)) {
    if (end === '/' || ['meta', 'br'].includes(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}
