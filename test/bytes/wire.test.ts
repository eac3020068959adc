/** Reader and writer: what one writes the other reads, and every field is recorded where it stands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnnotatedBytes, Reader, Writer } from '../../src/bytes/index.ts';
import { withCode } from '../with-code.ts';

describe('the writer', () => {
  it('writes big-endian integers', () => {
    const written = new Writer().u8(1).u16(0x0203).u24(0x040506).u32(0xf7f8f9fa).finish();
    expect([...written]).toEqual([1, 2, 3, 4, 5, 6, 0xf7, 0xf8, 0xf9, 0xfa]);
  });

  it('puts lengths in front, also of what is nested', () => {
    const written = new Writer()
      .prefixed(2, (outer) => outer.u8(9).prefixed(1, (inner) => inner.u16(0x0102)))
      .finish();
    expect([...written]).toEqual([0, 4, 9, 2, 1, 2]);
  });

  it('gives out a copy', () => {
    const writer = new Writer().u8(1);
    writer.finish()[0] = 9;
    expect([...writer.u8(2).finish()]).toEqual([1, 2]);
  });

  it.each([-1, 256, 1.5, Number.NaN])('refuses %d as one byte', (value) =>
    expect(() => new Writer().u8(value)).toThrow(withCode('bad-argument', /0 to 255/)),
  );

  it('refuses more than the length in front can say', () =>
    expect(() => new Writer().prefixed(1, (inner) => inner.bytes(new Uint8Array(256)))).toThrow(
      withCode('bad-length', /at most 255 bytes.*got 256/),
    ));
});

describe('the reader', () => {
  it('reads what the writer wrote', () => {
    const fields = fc.array(
      fc.oneof(
        fc.record({ size: fc.constant(1 as const), value: fc.integer({ min: 0, max: 0xff }) }),
        fc.record({ size: fc.constant(2 as const), value: fc.integer({ min: 0, max: 0xffff }) }),
        fc.record({ size: fc.constant(3 as const), value: fc.integer({ min: 0, max: 0xffffff }) }),
        fc.record({ size: fc.constant(4 as const), value: fc.integer({ min: 0, max: 0xffffffff }) }),
      ),
    );
    const names = { 1: 'u8', 2: 'u16', 3: 'u24', 4: 'u32' } as const;
    fc.assert(
      fc.property(fields, (list) => {
        const writer = new Writer();
        for (const { size, value } of list) writer[names[size]](value);
        const reader = new Reader(writer.finish());
        for (const { size, value } of list) expect(reader[names[size]]('field')).toBe(value);
        reader.end('message');
      }),
    );
  });

  it('looks ahead without reading, and gives what was read since an offset', () => {
    const reader = new Reader(Uint8Array.of(1, 2, 3), undefined, 10);
    expect([reader.peek(), reader.peek(), reader.u8('a')]).toEqual([1, 1, 1]);
    reader.u16('b');
    expect(reader.peek()).toBeUndefined();
    expect([...reader.since(11)]).toEqual([2, 3]);
  });

  it('records each field at its place in the whole, nested ones too', () => {
    const fields: AnnotatedBytes[] = [];
    const reader = new Reader(Uint8Array.of(2, 0xab, 0xcd, 0, 7), (field) => fields.push(field), 100);
    const inner = reader.nested(reader.u8('length', 'clause 1'), 'body');
    inner.bytes(2, 'body', 'clause 2');
    inner.end('body');
    expect(reader.u16('type')).toBe(7);
    expect(reader.offset).toBe(105);
    expect(fields).toEqual([
      { offset: 100, length: 1, name: 'length', value: '2', clause: 'clause 1' },
      { offset: 101, length: 2, name: 'body', value: 'abcd', clause: 'clause 2' },
      { offset: 103, length: 2, name: 'type', value: '7', clause: '' },
    ]);
  });

  it('says where it stopped', () => {
    const reader = new Reader(new Uint8Array(5), undefined, 10);
    reader.u16('type');
    expect(() => reader.u32('length')).toThrow(
      withCode('bad-format', /length: expected 4 bytes at byte 12, got 3/),
    );
    expect(() => reader.end('record')).toThrow(
      withCode('bad-format', /record: expected its end at byte 12, got 3 more/),
    );
    expect(() => reader.bytes(-1, 'body')).toThrow(withCode('bad-format'));
  });

  it('does not let a nested reader past its end', () => {
    const inner = new Reader(new Uint8Array(8)).nested(2, 'inner');
    expect(() => inner.u24('field')).toThrow(withCode('bad-format', /got 2 before the end/));
  });
});
