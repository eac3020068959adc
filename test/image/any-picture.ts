/** Small pictures of any content, without alpha. */
import fc from 'fast-check';
import type { Picture } from '../../src/image/index.ts';

export const anyPicture: fc.Arbitrary<Picture> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: 3 * width * height, maxLength: 3 * width * height })
      .map((rgb) => ({ width, height, rgb: new Uint8Array(rgb), notes: [] })),
  );
