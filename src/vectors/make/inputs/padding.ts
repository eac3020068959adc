/** Inputs of the paddings. */
import { PADDINGS, pad } from '../../../block/index.ts';
import { type Draw, messageLength } from '../draw.ts';
import { counted } from './counted.ts';
import type { MadeInput, OpenMaker } from './input.ts';

/** By the name of the operation; undefined for others. */
export function paddingMaker(op: string): OpenMaker | undefined {
  const name = PADDINGS.find((padding) => op === `${padding}-pad` || op === `${padding}-unpad`);
  if (!name) return undefined;
  if (op.endsWith('-pad')) return () => message;
  return () => (draw, i) => {
    const { comment, fields } = message(draw, i);
    const blockSize = fields.blockSize as number;
    const padded = pad(name, fields.msg as Uint8Array, blockSize);
    if (i % 3 !== 2) return { comment, fields: { msg: padded, blockSize } };
    if (i % 6 === 5) {
      const msg = padded.slice(0, -1 - draw.below(blockSize - 1));
      return { comment: 'not whole blocks', flags: ['WrongLength'], fields: { msg, blockSize } };
    }
    padded[padded.length - 1] = draw.pick([0, blockSize + 1, 0x7f, 0xff]);
    return { comment: 'another last byte', flags: ['BadPadding'], fields: { msg: padded, blockSize } };
  };
}

function message(draw: Draw, i: number): MadeInput {
  const blockSize = draw.pick([8, 16]);
  const msg = draw.bytes(messageLength(draw, blockSize, i));
  return { comment: `${counted(msg.length, 'byte')}, blocks of ${blockSize}`, fields: { msg, blockSize } };
}
