import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../src/random/index.ts';
import { withCode } from '../with-code.ts';

describe('systemRandom', () => {
  it.each([0, 1, 16, 65536, 65537, 200_000])('draws %d bytes', (length) => {
    const drawn = systemRandom.bytes(length);
    expect(drawn.length).toBe(length);
    // All zero, or a tail left untouched, would have a probability of 2^-128 at most.
    if (length >= 16) expect(drawn.subarray(-16).some((byte) => byte !== 0)).toBe(true);
  });

  it('does not repeat itself, and neither do its sub-streams', () => {
    const drawn = ['a', 'a', 'b'].map((name) => systemRandom.substream(name).bytes(16).join());
    expect(new Set([...drawn, systemRandom.bytes(16).join()]).size).toBe(4);
    expect(systemRandom.secret).toBe(true);
  });

  it.each([-1, 0.5, Number.NaN])('refuses %d bytes', (length) => {
    expect(() => systemRandom.bytes(length)).toThrow(withCode('bad-argument', /^length: /));
  });

  it('refuses a sub-stream without a name, as the seeded source does', () => {
    expect(() => systemRandom.substream('')).toThrow(withCode('bad-argument', /^name: /));
  });

  it('refuses more than memory may hold', () => {
    expect(() => systemRandom.bytes(2 ** 40)).toThrow(withCode('too-large', /^length: /));
  });
});
