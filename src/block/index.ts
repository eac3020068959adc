/** Block ciphers, and the paddings that make a message whole blocks. The modes that use them are in `modes`. */
export { aes } from './aes.ts';
export { type BlockCipher, decryptBlock, encryptBlock } from './block.ts';
export { des } from './des.ts';
export { desWeakKey } from './des-weak-key.ts';
export { PADDINGS, type PaddingName, pad, unpad } from './padding.ts';
export { tripleDes } from './triple-des.ts';
