import { describe } from 'vitest';
import { ofbXor } from '../../src/modes/index.ts';
import { testAnyLength } from './any-length.ts';

describe('ofb', () => {
  testAnyLength({
    name: 'ofb',
    vectors: 'aes-ofb',
    ivName: 'iv',
    encrypt: ofbXor,
    decrypt: ofbXor,
    overTripleDes: 'des-ede3-ofb',
  });
});
