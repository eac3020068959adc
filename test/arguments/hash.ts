/** Arguments of the hash functions and of what is built on them. */
import { utf8 } from '../../src/bytes/index.ts';
import * as hash from '../../src/hash/index.ts';
import { exported, type Row } from './row.ts';

const msg = utf8('sixteen letters.');
const { HASHES, ...functions } = hash;

export const hashRows: readonly Row[] = [
  ...exported(hash, Object.fromEntries(Object.keys(functions).map((name) => [name, { msg }]))),
  ...Object.entries(HASHES).map(
    ([id, { create }]): Row => [`${id}.create`, (chunk) => create().update(chunk), { chunk: msg }],
  ),
];
