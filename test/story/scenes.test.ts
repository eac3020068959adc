/** The story: every scene comes out as STORY tells it, whatever is drawn, and repeats under a seed. */
import { describe, expect, it } from 'vitest';
import { concat, fromHex, fromUtf8, toHex } from '../../src/bytes/index.ts';
import { sha256 } from '../../src/hash/index.ts';
import { tls12Prf } from '../../src/mac/index.ts';
import { seededRandom, systemRandom } from '../../src/random/index.ts';
import { SCENES, type Scene } from '../../src/story/index.ts';
import { catalogues, type Lang, type MessageKey, messageOf } from '../../src/trace/index.ts';

/** What the hacker is to achieve, by scene and attempt. */
const EXPECTED: Record<number, Record<string, boolean>> = {
  0: {},
  1: { readRequest: true, useCookie: true, insertAdvertisement: true },
  2: { breakShift: true, breakRepeating: true },
  3: { readPad: false, flipPad: true, readReusedPad: true },
  4: { outline: true },
  5: { readCbc: false, fixedIv: true, freshIv: false, flipCbc: true, flipGcm: false, reusedNonce: true },
  6: { forgeChecksum: true, forgeHash: true, forgeEncryptedHash: true, forgeMac: false },
  7: { factorSmall: true, factorLong: false, guessPlain: true, guessPadded: false },
  8: { openEnvelope: false, guessKey: false, alterEnvelope: false, ownEnvelope: true },
  9: { swapRead: true, swapAlter: true, swapForward: false, swapCompared: false },
  10: { forgeSignature: false, forgeTextbook: true, denySignature: false, denyTag: true },
  11: {
    ...{ trustSwap: false, trustOwnCa: false, trustOtherName: false, trustInstall: true, trustClick: true },
    ...{ trustAsk: false, trustPath: true },
    ...{ trustStolen: true, trustOldList: true, trustNewList: false },
  },
  12: {
    ...{ wholeRead: false, wholeAlter: false, wholeImitate: false, wholeOwnName: false },
    ...{ wholePassOn: true, wholeReplay: true, wholeReplayAsked: false },
  },
  14: {
    ...{ shakeRead: false, shakeDowngrade: false, shakeSwap: false },
    ...{ shakeReplay: false, shakeFlip: false, shakeDouble: false },
  },
  13: { isnOld: true, isnHashed: false },
  15: { relationRead: false, relationAlter: false, relationName: true, relationSize: true },
  17: { stripFirst: true, stripNever: true, stripKnown: false, stripPreload: false },
  18: {},
  16: { tapeToday: false, tapeRsa: true, tapeDh: false, tapePose: true },
};

const outcomes = (scene: Scene) =>
  Object.fromEntries(scene.attacks.map((attack) => [attack.attempt.split('.').at(-1), attack.succeeded]));

/** Every sentence a scene may print, in this order, with the values it would be filled with. */
function sentences(scene: Scene, lang: Lang): string[] {
  const keys: MessageKey[] = [
    ...scene.figures.flatMap(({ caption, kind }): MessageKey[] =>
      kind === 'strips' ? [caption, 'story.strips.refused'] : [caption],
    ),
    ...scene.attacks.flatMap((attack) => [attack.attempt, attack.because]),
    scene.learned,
    scene.stillCan,
  ];
  return [
    messageOf(lang, scene.title, {}),
    ...scene.trace.steps.flatMap((step) => [
      messageOf(lang, step.say, step.values),
      ...Object.keys(step.values)
        .filter((name) => !new RegExp(`\\{${name}[|}]`).test(catalogues.en[step.say]))
        .map((name) => messageOf(lang, `story.value.${name}` as MessageKey, {})),
    ]),
    ...keys.map((key) => messageOf(lang, key, {})),
  ];
}

/** All of a scene but its pixels, and a hash of those: comparing megabytes one by one takes seconds. */
function digestOf({ pictures, ...told }: Scene) {
  const hashes = pictures.flatMap(({ panels }) => panels.map(({ picture }) => toHex(sha256(picture.rgb))));
  return { told, hashes };
}

/** One telling each: the RSA keys of the people are made once for all its scenes. */
const [first, second, other] = [seededRandom('test'), seededRandom('test'), seededRandom('other')];

const TOLD = SCENES.map(({ number, run }) => ({ number, run, scene: run({ random: first }) }));

describe.each(TOLD)('scene $number', ({ number, run, scene }) => {
  it('ends as the story says', () => expect(outcomes(scene)).toEqual(EXPECTED[number]));

  it('ends so with other keys, too', () => {
    for (let i = 0; i < (number < 4 ? 8 : 1); i++) {
      expect(outcomes(run({ random: systemRandom }))).toEqual(EXPECTED[number]);
    }
  });

  it('repeats under a seed, and differs under another', () => {
    expect(digestOf(run({ random: second }))).toEqual(digestOf(scene));
    expect(run({ random: other }).trace).not.toEqual(scene.trace);
  });

  it.each<Lang>(['en', 'zh'])('leaves no slot open in %s', (lang) => {
    expect(sentences(scene, lang).filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  it('traces bytes in lower hex and integers in decimal, nothing else', () => {
    for (const { say, values } of scene.trace.steps) {
      for (const [name, value] of Object.entries(values)) {
        expect(value, `${say} ${name}`).toMatch(/^(([0-9a-f]{2})+|\d+)$/);
      }
    }
  });
});

describe('the words of the story', () => {
  const told = (lang: Lang) => TOLD.flatMap(({ scene }) => sentences(scene, lang)).join('\n');
  const [en, zh] = [told('en'), told('zh')];

  it.each([
    ['密文', 'ciphertext'],
    ['密钥流', 'keystream'],
    ['认证标签', 'tag'],
    ['公钥', 'public key'],
    ['大数分解', 'factoring'],
    ['填充', 'padding'],
    ['数字信封', 'digital envelope'],
    ['指纹', 'fingerprint'],
    ['数字签名', 'digital signature'],
    ['不可否认性', 'non-repudiation'],
    ['数字证书', 'certificate'],
    ['证书认证机构', 'certification authority'],
    ['信任锚', 'trust anchor'],
    ['证书链', 'certificate chain'],
    ['证书撤销列表', 'CRL'],
    ['会话密钥', 'session key'],
    ['重放', 'replay'],
    ['预主密钥', 'premaster secret'],
    ['密码套件', 'cipher suite'],
    ['降级攻击', 'downgrade'],
    ['伪随机函数', 'PRF'],
    ['前向保密', 'forward secrecy'],
    ['报文段', 'segment'],
    ['校验和', 'checksum'],
    ['初始序号', 'ISN'],
    ['三次握手', 'three-way handshake'],
    ['半关闭', 'half-close'],
    ['密钥日志', 'key log'],
  ])('give the English for %s where it comes first', (term, english) => {
    const from = zh.indexOf(term);
    expect(zh.slice(from, zh.indexOf('\n', from))).toContain(`${term} (${english})`);
  });

  it.each([
    'hybrid encryption',
    'digital envelope',
    'man in the middle',
    'non-repudiation',
    'trust anchor',
    'CRL',
    'master secret',
    'forward secrecy',
  ])('name %s in both languages', (term) => {
    expect(en).toContain(term);
    expect(zh).toContain(term);
  });
});

describe('scene 7', () => {
  const run = SCENES.find((scene) => scene.number === 7)!.run;

  it('gives one answer twice, as a number that the hacker guesses and as a word that he does not', () => {
    for (const random of [first, other, systemRandom]) {
      const { steps } = run({ random }).trace;
      const value = (id: string, name: string) => steps.find((each) => each.id === id)!.values[name]!;
      const word = fromUtf8(fromHex(value('bob.open', 'plaintext')));
      expect(value('hacker.guess', 'm')).toBe(word === 'yes' ? '2' : '3');
      expect(value('hacker.read', 'm')).toBe(value('alice.send', 'm'));
    }
  });
});

describe('scene 3', () => {
  const pad = SCENES.find((scene) => scene.number === 3)!;
  const told = (scene: Scene) => scene.trace.steps.some((step) => step.id === 'alice.seeded');

  it('admits that a pad from a seed is none', () => {
    expect(told(pad.run({ random: seededRandom('w') }))).toBe(true);
    expect(told(pad.run({ random: systemRandom }))).toBe(false);
  });
});

describe('scene 11', () => {
  const { run } = SCENES.find((scene) => scene.number === 11)!;

  it.each([
    ['one seed', first],
    ['another', other],
    ['no seed', systemRandom],
  ])('gives for each failure the reason that verifying the chain has found: %s', (_, random) => {
    const { attacks } = run({ random });
    const failed = attacks.filter(({ succeeded }) => !succeeded);
    expect(
      failed.map(({ attempt, because }) => [attempt, because].map((key) => key.split('.').at(-1))),
    ).toEqual([
      ['trustSwap', 'chainSignature'],
      ['trustOwnCa', 'chainRoot'],
      ['trustOtherName', 'chainName'],
      ['trustAsk', 'noProof'],
      ['trustNewList', 'chainRevoked'],
    ]);
  });

  it('shows in its matrix one fault in each try that fails, and why the others succeed', () => {
    const [figure] = run({ random: other }).figures;
    expect(figure).toMatchObject({
      kind: 'tries',
      rows: [
        { signaturesFit: false, rootKnown: true, nameFits: true, accepted: false, hackerReads: false },
        { signaturesFit: true, rootKnown: false, nameFits: true, accepted: false, hackerReads: false },
        { signaturesFit: true, rootKnown: true, nameFits: false, accepted: false, hackerReads: false },
        { signaturesFit: true, rootKnown: true, nameFits: true, accepted: true, hackerReads: true },
        { signaturesFit: true, rootKnown: false, nameFits: true, accepted: false, hackerReads: true },
      ],
    });
  });

  it('has Bob certified, read by him, and revoked together with his CA', () => {
    const { steps } = run({ random: first }).trace;
    expect(steps.map(({ say }) => say)).toContain('story.step.trust.listBoth');
    const said = (id: string) => steps.find((each) => each.id === id)!;
    expect(said('ca.issue').say).toBe('story.step.trust.issue');
    expect(said('ca.refuse').say).toBe('story.step.trust.refuse');
    expect(said('alice.verify').values).toMatchObject({ certificates: '3' });
    expect(fromUtf8(fromHex(said('alice.verify').values.plaintext!))).toMatch(/^Dear Bob/);
  });
});

describe('scene 12', () => {
  const { run } = SCENES.find((scene) => scene.number === 12)!;

  it('gives for each failure the reason', () => {
    for (const random of [first, other, systemRandom]) {
      const { attacks } = run({ random });
      const failed = attacks.filter(({ succeeded }) => !succeeded);
      expect(failed.map(({ because }) => because.split('.').at(-1))).toEqual([
        'privateKey',
        'tag',
        'chainSignature',
        'chainName',
        'oldNumber',
      ]);
    }
  });

  it('has Bob find in each row of the diagram what Alice had there', () => {
    const { figures, trace } = run({ random: other });
    const rows = figures.flatMap((figure) => (figure.kind === 'stages' ? figure.rows : []));
    expect(rows.map(({ received }) => received)).toEqual(rows.map(({ sent }) => sent));
    expect(rows.map(({ sent }) => sent.length > 0)).toEqual(Array(6).fill(true));
    expect(trace.steps.map(({ say }) => say)).toEqual(
      expect.arrayContaining([
        'story.step.whole.receiver',
        'story.step.whole.open',
        'story.step.whole.number',
      ]),
    );
  });
});

describe('scene 14', () => {
  const { run } = SCENES.find((scene) => scene.number === 14)!;

  it('gives for each failure what it was noticed by', () => {
    for (const random of [first, other, systemRandom]) {
      expect(run({ random }).attacks.map(({ because }) => because.split('.').at(-1))).toEqual([
        'premasterSealed',
        'otherHandshake',
        'chainSignature',
        'otherRandom',
        'recordMac',
        'recordMac',
      ]);
    }
  });

  it('shows that the hacker has the randoms and the public key, and of the secrets only what was made of them', () => {
    const { figures, trace } = run({ random: other });
    const rows = figures.flatMap((figure) => (figure.kind === 'knows' ? figure.rows : []));
    const cells = rows.map(({ item, alice, bob, hacker }) => [item.split('.').at(-1), alice, bob, hacker]);
    expect(cells).toEqual([
      ['clientRandom', 'makes', 'reads', 'reads'],
      ['serverRandom', 'reads', 'makes', 'reads'],
      ['publicKey', 'reads', 'makes', 'reads'],
      ['premaster', 'makes', 'decrypts', 'sealed'],
      ['master', 'derives', 'derives', 'lacks'],
      ['keys', 'derives', 'derives', 'lacks'],
      ['verifyData', 'makes', 'decrypts', 'sealed'],
      ['letter', 'makes', 'decrypts', 'sealed'],
    ]);
    expect(trace.steps.map(({ say }) => say.split('.').at(-1))).toEqual(
      expect.arrayContaining(['verify', 'same', 'listen']),
    );
  });

  it('draws the tree as RFC 5246 derives it', () => {
    const rows = run({ random: first }).figures.flatMap((each) =>
      each.kind === 'derivation' ? each.rows : [],
    );
    const value = (name: string) => rows.find((row) => row.name === `story.derived.${name}`)!.value;
    const randoms = [value('clientRandom'), value('serverRandom')] as const;
    const prf = (secret: Uint8Array, label: string, seed: Uint8Array, length: number) =>
      tls12Prf(sha256, secret, label, seed, length);
    const master = prf(value('premaster'), 'master secret', concat(...randoms), 48);
    expect(value('master')).toEqual(master);
    const keyBlock = prf(master, 'key expansion', concat(randoms[1], randoms[0]), 72);
    expect(value('keyBlock')).toEqual(keyBlock);
    expect(value('server_write_key')).toEqual(keyBlock.slice(56));
    expect(rows.map(({ depth }) => depth)).toEqual([0, 0, 0, 1, 2, 3, 3, 3, 3, 2]);
  });
});

describe('scene 16', () => {
  const { run } = SCENES.find((scene) => scene.number === 16)!;

  it('reads with the stolen key what passed, and of the other recording nothing', () => {
    for (const random of [first, other, systemRandom]) {
      const { trace, figures } = run({ random });
      const at = (id: string) => trace.steps.find((each) => each.id === id)!;
      expect(fromUtf8(fromHex(at('hacker.read').values.plaintext!))).toMatch(/^The gold lies 40 paces/);
      expect(trace.output).toBe(at('hacker.read').values.plaintext);
      expect(at('hacker.try').values).toEqual({ tries: '10', opened: '0' });
      expect(at('alice.agree').say).toBe('story.step.tape.agree');
      expect(fromUtf8(fromHex(at('hacker.pose').values.plaintext!))).toMatch(/under the bridge/);
      const [timeline] = figures;
      expect(timeline).toMatchObject({
        kind: 'timeline',
        rows: [
          { readable: { talk: false, goodbye: false, theft: true } },
          { readable: { talk: false, goodbye: false, theft: false } },
        ],
      });
    }
  });
});
