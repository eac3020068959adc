/**
 * Prompts, results and projections of ACVP. The derivations of TLS keys are from NIST's ACVP-Server (gen-val/json-files/
 * kdf-components-tls-1.0 and TLS-v1.2-KDF-RFC7627, internalProjection.json); the other answers come from node:crypto.
 */
import { createCipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readVectors } from '../../../../src/vectors/formats/index.ts';
import { runFile, scratchEngine } from '../../../../src/vectors/index.ts';
import { summaryOf } from '../run-text.ts';

type Json = Record<string, unknown>;

const doc = (head: Json, group: Json, tests: Json[], wrapped = true) => {
  const body = { vsId: 1, revision: '1.0', ...head, testGroups: [{ tgId: 1, ...group, tests }] };
  return JSON.stringify(wrapped ? [{ acvVersion: '1.0' }, body] : body);
};
const run = async (...texts: string[]) => {
  const files = readVectors(texts.map((text, i) => ({ name: `${i}.json`, text })));
  const results = await Promise.all(files.map((file) => runFile(file, scratchEngine)));
  return results.map((result) => ({ algorithm: result.file.algorithm, ...summaryOf(result) }));
};
const hex = (size: number, from = 1) =>
  Buffer.from(Uint8Array.from({ length: size }, (_, i) => 29 * i + from))
    .toString('hex')
    .toUpperCase();
const bytes = (text: string) => Buffer.from(text, 'hex');
const upper = (buffer: Buffer) => buffer.toString('hex').toUpperCase();
const right = (algorithm: string, passed = 1) => [{ algorithm, passed, failed: [], skipped: {} }];

describe('pairs', () => {
  const head = { algorithm: 'ACVP-AES-CBC' };
  const [key, iv, pt] = [hex(16), hex(16, 2), hex(32, 3)];
  const cipher = createCipheriv('aes-128-cbc', bytes(key), bytes(iv)).setAutoPadding(false);
  const ct = upper(cipher.update(bytes(pt)));
  const group = { testType: 'AFT', direction: 'encrypt', keyLen: 128 };
  const prompt = (wrapped?: boolean) => doc(head, group, [{ tcId: 7, key, iv, pt }], wrapped);
  const results = (wrapped?: boolean) => doc(head, {}, [{ tcId: 7, ct }], wrapped);

  it.each([true, false])('prompt and results, in any order, with the version around: %s', async (wrapped) => {
    expect(await run(prompt(wrapped), results(wrapped))).toEqual(right('ACVP-AES-CBC'));
    expect(await run(results(wrapped), prompt(!wrapped))).toEqual(right('ACVP-AES-CBC'));
  });

  it('a projection holds both', async () => {
    expect(await run(doc(head, group, [{ tcId: 7, key, iv, pt, ct }], false))).toEqual(right('ACVP-AES-CBC'));
  });

  it('alone, either is skipped', async () => {
    const skipped = { 'no expected results: give the expectedResults file, too': 1 };
    const alone = [{ algorithm: 'ACVP-AES-CBC', passed: 0, failed: [], skipped }];
    expect(await run(prompt())).toEqual(alone);
    expect(await run(results())).toEqual(alone);
    // Results of another set are not taken for these.
    const other = doc({ ...head, vsId: 2 }, {}, [{ tcId: 7, ct }]);
    expect(await run(prompt(), other)).toEqual([...alone, ...alone]);
    expect((await run(prompt(), doc(head, {}, [{ tcId: 8, ct }])))[0]).toEqual(alone[0]);
  });

  it('tells a wrong answer', async () => {
    const wrong = doc(head, {}, [
      { tcId: 7, ct: ct.replace(/^./, 'Z').replace('Z', ct[0] === '0' ? '1' : '0') },
    ]);
    expect((await run(prompt(), wrong))[0]!.failed).toEqual(['7 aes-cbc-encrypt']);
  });

  it('numbers that stand twice stay apart', () => {
    const test = { tcId: 7, key, iv, pt, ct };
    const [file] = readVectors([{ name: 'x', text: doc(head, group, [test, test]) }]);
    expect(file!.cases.map(({ id }) => id)).toEqual(['7', "7'"]);
  });
});

describe('ciphers', () => {
  it('Triple DES: one round of Monte Carlo with its three keys', async () => {
    const round = {
      iv: '22BC27C76E99F5A2',
      pt: '88DFBD2D17324C05',
      ct: '4F4B8C715D36CA6A',
      key1: '4CE50E80E6F48CE9',
      key2: 'F45BFB4AEA3E544A',
      key3: '92A22FFD0B94685D',
    };
    const group = { testType: 'MCT', direction: 'encrypt' };
    const text = doc({ algorithm: 'ACVP-TDES-CFB64' }, group, [{ tcId: 1, ...round, resultsArray: [round] }]);
    expect(await run(text)).toEqual(right('ACVP-TDES-CFB64'));
    expect(
      (await run(text.replace('"resultsArray":[{"iv":"22', '"resultsArray":[{"iv":"23')))[0]!.failed,
    ).toEqual(['1 3des-cfb-encrypt']);
  });

  it('GCM: an answer, a refusal, a tag of another size', async () => {
    const [key, iv, aad, pt] = [hex(16), hex(12), hex(5), hex(20)];
    const cipher = createCipheriv('aes-128-gcm', bytes(key), bytes(iv)).setAAD(bytes(aad));
    const ct = upper(cipher.update(bytes(pt)));
    cipher.final();
    const tag = upper(cipher.getAuthTag());
    const group = { testType: 'AFT', tagLen: 128 };
    const head = { algorithm: 'ACVP-AES-GCM' };
    const all = { tcId: 1, key, iv, aad, pt, ct, tag };
    expect(await run(doc(head, { ...group, direction: 'encrypt' }, [all]))).toEqual(right('ACVP-AES-GCM'));
    const refused = { tcId: 2, key, iv, aad, ct, tag: hex(16, 9), testPassed: false };
    const decrypt = doc(head, { ...group, direction: 'decrypt' }, [all, refused]);
    expect(await run(decrypt)).toEqual(right('ACVP-AES-GCM', 2));
    expect((await run(decrypt.replace('false', 'true')))[0]!.failed.length).toBe(1);
    const short = await run(doc(head, { ...group, tagLen: 40, direction: 'encrypt' }, [all]));
    expect(short[0]!.skipped).toEqual({ 'tag of 40 bits: not a size of this toolkit': 1 });
  });

  it('skips parts of bytes and what is not here', async () => {
    const group = { testType: 'AFT', direction: 'encrypt' };
    const test = { tcId: 1, key: hex(16), iv: hex(16), pt: '80', ct: '80', payloadLen: 1 };
    expect((await run(doc({ algorithm: 'ACVP-AES-CFB128' }, group, [test])))[0]!.passed).toBe(0);
    expect((await run(doc({ algorithm: 'ACVP-AES-XTS' }, group, [test])))[0]!.skipped).toEqual({
      'ACVP-AES-XTS: not an algorithm of this toolkit': 1,
    });
  });
});

describe('hash functions', () => {
  const sha256 = (data: Buffer) => createHash('sha256').update(data).digest();

  it('messages; those of bits and huge ones are skipped', async () => {
    const msg = hex(9);
    const head = { algorithm: 'SHA2-256' };
    const tests = [
      { tcId: 1, len: 72, msg, md: upper(sha256(bytes(msg))) },
      { tcId: 2, len: 0, msg: '00', md: upper(sha256(Buffer.alloc(0))) },
      { tcId: 3, len: 5, msg: '98', md: '00' },
    ];
    const [file] = await run(doc(head, { testType: 'AFT' }, tests));
    expect([file!.passed, Object.values(file!.skipped)]).toEqual([2, [1]]);
    const large = doc(head, { testType: 'LDT' }, [{ tcId: 1, md: '00' }]);
    expect((await run(large))[0]!.skipped).toEqual({
      'SHA2-256: tests of the kind LDT are not read here': 1,
    });
  });

  it.each(['standard', 'alternate'])('Monte Carlo, %s', async (mctVersion) => {
    const seed = hex(mctVersion === 'standard' ? 32 : 50);
    let md = bytes(seed);
    const resultsArray = [1, 2].map(() => {
      let three = [md, md, md];
      for (let j = 0; j < 1000; j++) {
        const joined = Buffer.concat([...three, Buffer.alloc(50)]);
        const size = mctVersion === 'standard' ? 3 * md.length : 50;
        three = [three[1]!, three[2]!, sha256(joined.subarray(0, size))];
      }
      md = three[2]!;
      return { md: upper(md) };
    });
    const text = doc({ algorithm: 'SHA2-256' }, { testType: 'MCT', mctVersion }, [
      { tcId: 1, msg: seed, resultsArray },
    ]);
    expect(await run(text)).toEqual(right('SHA2-256'));
  });

  it('HMAC, cut', async () => {
    const [key, msg] = [hex(20), hex(16)];
    const mac = upper(createHmac('sha1', bytes(key)).update(bytes(msg)).digest()).slice(0, 20);
    const text = doc({ algorithm: 'HMAC-SHA-1' }, { testType: 'AFT', macLen: 80 }, [
      { tcId: 1, key, msg, mac },
    ]);
    expect(await run(text)).toEqual(right('HMAC-SHA-1'));
  });

  it('PBKDF; keys of other than whole bytes are skipped', async () => {
    const derivedKey = upper(pbkdf2Sync('secret', bytes(hex(16)), 10, 20, 'sha1'));
    const test = { tcId: 1, password: 'secret', salt: hex(16), iterationCount: 10, keyLen: 160, derivedKey };
    const text = doc({ algorithm: 'PBKDF' }, { testType: 'AFT', hmacAlg: 'SHA-1' }, [
      test,
      { ...test, tcId: 2, keyLen: 155 },
    ]);
    expect(await run(text)).toEqual([
      { algorithm: 'PBKDF', passed: 1, failed: [], skipped: { 'keyLen 155: no operation asks for it': 1 } },
    ]);
  });
});

describe('TLS', () => {
  it('1.0: two steps of the PRF', async () => {
    const test = {
      tcId: 1,
      preMasterSecret:
        'A4E850ADF93E6FC24B51F64C1494C2412885E34F3E0F8EF2DB111CC776D01B33B657E511C6FA9E5ED54E1CDA0E73E87A',
      clientHelloRandom: 'A12D18DD57B484C93C6A42514F85D1187A850F0D4B1C98D75E40887C0ECCEFEC',
      serverHelloRandom: 'BE80E8D4F7458F84A95399CBDBE1C3E9B33E06DAB43D3581B9AB771660526AA5',
      clientRandom: '99E5B33187DBA8170CD652371A6E0046C362B6051BCDCC26A06325BCA2A67A6B',
      serverRandom: '726EDC49148A9AA41887667AD3B1822DCEA437CBFFB54060C4F69B5F5F497EB5',
      masterSecret:
        'E08EE629E4468C5E3AC368053500216FD3177518C4B49D0CB496B09183B52ACBEEC31500A08D164FB0EE49D7C025B1FC',
      keyBlock:
        '55FBEFD089C9A1BC5A907494A41FB55FD3E791CBC0E8735D7C93B7786D1EA003FC5B5E79D937AF63263FB0137048053CBDC37DD9C9A5A905E4C0DDB3580552B7E14218241442CA542B52777EB8804DACE15186862CDD70FF4541659113724648C110B70B27E8B059',
    };
    const head = { algorithm: 'kdf-components', mode: 'tls' };
    const text = doc(head, { testType: 'AFT', hashAlg: 'SHA-1', tlsVersion: 'v1.0/1.1' }, [test], false);
    expect(await run(text)).toEqual(right('kdf-components tls'));
  });

  it('1.2: the extended master secret', async () => {
    const test = {
      tcId: 60,
      preMasterSecret:
        '183841ED098F53A84EA8181377991EB84DE19CC23018AD63F9EF3E0C99B07C2985807D7558D6E05BC64D4834488E2AE8',
      sessionHash:
        '56FB19E744D1B62DAD34E0A1630AD04F8B1D22337F3CEF4CE0A63BD42379FF75220CE5AEB9F062D3117108E3579F89FFBF031C3086E4943BA9D2D8A6A5C79EB6',
      clientRandom: '33F8616A1DF6CBCA9481A9DBDE696544B1DDF2CCF40BBFE3C3EBDFA23111C188',
      serverRandom: '8158CDE9D6667C40DF7A1CAF82001FD93BE140D5E18046E46FE9EC1071F7E6F4',
      masterSecret:
        '5080C70256C653CBCDAB7F25278AFAC83409B9A67CF18410157EC3249D1742B62EEF81F325B009880D0E83BFF6AB920C',
      keyBlock:
        'E4B9CB5505322228DE54134CF84C8A3B6E3511A1670143833ABBE015F75ECF7DE49B8BBC99F4D752A08E0E3C914F526B491BA2EFF760F69DDBB88AF94D4F4143F2D1589987892092CCCE996D1959671B8318334D6B9CE982BD996D90727600814906CC4B71EC9C999FAA6CEAC36A64B05E5235AE84BD62FD02DED5A1D6F9F287',
    };
    const head = { algorithm: 'TLS-v1.2', mode: 'KDF', revision: 'RFC7627' };
    const text = doc(head, { testType: 'AFT', hashAlg: 'SHA2-512' }, [test], false);
    expect(await run(text)).toEqual(right('TLS-v1.2 KDF'));
  });
});

describe('RSA', () => {
  it('a verdict that is neither true nor false is told with its place', () => {
    const test = { tcId: 1, message: '00', signature: '00', testPassed: 'yes' };
    const group = { testType: 'GDT', sigType: 'pkcs1v1.5', hashAlg: 'SHA2-256', n: '00C1', e: '03' };
    const text = doc({ algorithm: 'RSA', mode: 'sigVer' }, group, [test], false);
    expect(() => readVectors([{ name: 'x', text }])).toThrow(
      'x: testGroups[0].tests[0].testPassed: expected true or false, got "yes"',
    );
  });

  it('PSS with its salt; other paddings are skipped', async () => {
    const test = { tcId: 1, message: '00', signature: hex(128), testPassed: false };
    const key = { n: `C1${hex(126)}01`, e: '10001' };
    const group = { testType: 'GDT', sigType: 'pss', hashAlg: 'SHA2-256', saltLen: 20, ...key };
    const head = { algorithm: 'RSA', mode: 'sigVer' };
    expect(await run(doc(head, group, [test]))).toEqual(right('RSA sigVer'));
    const x931 = await run(doc(head, { ...group, sigType: 'ansx9.31' }, [test]));
    expect(x931[0]!.skipped).toEqual({ 'RSA, ansx9.31: not an algorithm of this toolkit': 1 });
  });
});
