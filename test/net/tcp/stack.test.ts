/** What a stack refuses, and the place that TIME-WAIT makes for a new connection. */
import { describe, expect, it } from 'vitest';
import { LINUX } from '../../../src/net/tcp/profile.ts';
import { TcpStack } from '../../../src/net/tcp/stack.ts';
import { seededRandom } from '../../../src/random/index.ts';
import { B, twoHosts } from './two-hosts.ts';

const stackOf = (ephemeralPorts = LINUX.ephemeralPorts) =>
  new TcpStack({ address: B, random: seededRandom('stack'), profile: { ...LINUX, ephemeralPorts } });
const remote = { address: '192.0.2.10', port: 80 };

describe('a stack', () => {
  it('refuses ports that are none, taken or used up', () => {
    const stack = stackOf([40_000, 40_002]);
    stack.listen(80);
    expect(() => stack.listen(80)).toThrow('port: expected one that nobody listens on, got 80');
    expect(() => stack.listen(0)).toThrow('port: expected a port from 1 to 65535, got 0');
    expect(() => stack.listen(81, { backlog: 0 })).toThrow(
      'backlog: expected a whole number of connections from 1 to 1000000, got 0',
    );
    stack.connect(remote, 0);
    stack.connect(remote, 0);
    expect(() => stack.connect(remote, 0)).toThrow(
      'localPort: expected a free port from 40000 to 40001 towards 192.0.2.10:80, got none',
    );
    expect(() => stack.connect(remote, 0, { localPort: 40_000 })).toThrow(
      'localPort: expected one without a connection to 192.0.2.10:80, got 40000',
    );
  });

  it.each([
    [true, 'ESTABLISHED'],
    [false, 'SYN-SENT'],
  ])('gives the place of TIME-WAIT to a later SYN, if the profile says so (%s)', (reuseTimeWait, state) => {
    const pair = twoHosts({ profile: { ...LINUX, reuseTimeWait } });
    // b closes first, so TIME-WAIT is there.
    pair.b.listen(80, {
      onConnection: (socket) => {
        if (pair.clock.now < 100_000) socket.close();
        return {};
      },
    });
    pair.a.connect(B, 80, { localPort: 5000, onFinished: (socket) => socket.close() });
    pair.clock.run({ until: 500_000 });
    expect(pair.b.stack.tally()['TIME-WAIT']).toBe(1);
    const again = pair.a.connect(B, 80, { localPort: 5000 });
    pair.clock.run({ until: 530_000 });
    expect(again.state).toBe(state);
  });
});
