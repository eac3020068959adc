/** What a segment holds of messages that begin or end in another. */
import { describe, expect, it } from 'vitest';
import { StreamMarks } from '../../../src/explain/net/stream-marks.ts';

describe('a message over three segments', () => {
  it('is counted in each by what is there: in the clear', () => {
    const marks = new StreamMarks();
    marks.next('GET /', new Uint8Array(250));
    marks.plain(new Uint8Array(250));
    const inner = [0, 100, 200].map((start) => marks.within(start, 100).map((mark) => mark.inner));
    expect(inner).toEqual([[100], [100], [50]]);
  });

  it('under TLS: header and nonce in the first, the tag in the last', () => {
    const marks = new StreamMarks();
    marks.observe({ what: 'change-cipher-spec', direction: 'sent' } as never);
    const sent = { what: 'record', direction: 'sent', type: 'application_data', sequenceNumber: 1 } as const;
    for (let i = 0; i < 2; i++) {
      marks.observe({ ...sent, plaintext: new Uint8Array(221), record: new Uint8Array(250) });
    }
    const inner = (start: number) => marks.within(start, 100).map((mark) => mark.inner);
    expect([0, 100, 200, 300, 400].map(inner)).toEqual([[87], [100], [34, 37], [100], [84]]);
    // Of a segment with the tag alone nothing is HTTP's.
    expect(marks.within(240, 10).map((mark) => mark.inner)).toEqual([0]);
  });
});
