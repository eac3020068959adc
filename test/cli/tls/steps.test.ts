/** What is remembered of a connection: enough for a page, and no more than that, whatever a stranger sends. */
import { expect, it } from 'vitest';
import { watchSteps } from '../../../src/cli/tls/steps.ts';
import { AES_128_CBC_SHA, EXT, type RawExtension } from '../../tls/raw-client.ts';
import { rawClient } from '../../tls/raw-setup.ts';

it('what an honest client offers is remembered in order', () => {
  const steps = watchSteps();
  rawClient({ observe: steps.observe }).hello({
    suites: [0xc02f, AES_128_CBC_SHA],
    extensions: [EXT.renegotiationInfo, EXT.ems],
  });
  expect(steps.offer).toEqual({ suites: [0xc02f, AES_128_CBC_SHA], extensions: [65281, 23] });
});

it('of a hello with thousands of suites and extensions, the beginning', () => {
  const steps = watchSteps();
  const suites = Array.from({ length: 30_000 }, (_, i) => 0x6000 + (i % 1000));
  const extensions = Array.from({ length: 16_000 }, (_, i): RawExtension => [1000 + i, new Uint8Array(0)]);
  const client = rawClient({ observe: steps.observe });
  client.hello({ suites: [...suites, AES_128_CBC_SHA], extensions });
  expect(client.helloDone).toBe(true);
  expect(steps.offer).toEqual({
    suites: suites.slice(0, 100),
    extensions: extensions.slice(0, 100).map(([type]) => type),
  });
});
