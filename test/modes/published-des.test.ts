/** DES and 3DES through the modes, against the published examples of both. */
import { describe, expect, it } from 'vitest';
import { des, tripleDes } from '../../src/block/index.ts';
import { fromHex, toHex } from '../../src/bytes/index.ts';
import { createDecryptor, createEncryptor, type ModeName } from '../../src/modes/index.ts';
import { type VectorCase, vectors } from '../vectors.ts';

describe.each([
  ['des', des],
  ['tdes', tripleDes],
] as const)('%s in its modes', (file, create) => {
  const cases = vectors(file).filter(({ mode, result }) => mode && result === 'valid');
  const bytes = (vector: VectorCase, field: string) => fromHex(String(vector[field]));

  it.each(cases)('$id $mode $comment', (vector) => {
    const mode = String(vector.mode).toLowerCase() as ModeName;
    const blocks = mode === 'ecb' || mode === 'cbc';
    const options = {
      mode,
      iv: mode === 'ecb' ? undefined : bytes(vector, 'iv'),
      padding: blocks ? ('none' as const) : undefined,
    };
    const cipher = create(bytes(vector, 'key'));
    const encryptor = createEncryptor(cipher, options);
    expect(toHex(encryptor.update(bytes(vector, 'msg'))) + toHex(encryptor.final())).toBe(vector.ct);
    const decryptor = createDecryptor(cipher, options);
    expect(toHex(decryptor.update(bytes(vector, 'ct'))) + toHex(decryptor.final())).toBe(vector.msg);
  });
});
