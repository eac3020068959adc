import { cfb } from '@noble/ciphers/aes.js';
import { describe } from 'vitest';
import { cfbDecrypt, cfbEncrypt } from '../../src/modes/index.ts';
import { testAnyLength } from './any-length.ts';

describe('cfb', () => {
  testAnyLength({
    name: 'cfb',
    vectors: 'aes-cfb128',
    ivName: 'iv',
    encrypt: cfbEncrypt,
    decrypt: cfbDecrypt,
    noble: cfb,
    overTripleDes: 'des-ede3-cfb',
  });
});
