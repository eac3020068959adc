/** The key log: the lines of RFC 9850, in a file for its owner alone, and secrets nowhere else. */
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../src/bytes/index.ts';
import type { Session as Words } from '../../../src/cli/session.ts';
import { openKeyLog } from '../../../src/cli/tls/key-log.ts';
import { keyLogLine } from '../../../src/explain/tls/key-log-line.ts';
import { memorySessions, type Session, type TlsHappening } from '../../../src/tls/index.ts';
import { shakeHands } from '../../tls/pair.ts';
import { quietSession } from '../authority/quiet-session.ts';
import { openSandbox } from '../sandbox.ts';

const cwd = openSandbox().folder('keylog');
const sessions = memorySessions();

/** What each side would log of a handshake. */
function logged(session?: Session) {
  const lines = { client: '', server: '' };
  const to = (side: 'client' | 'server') => (happening: TlsHappening) => {
    lines[side] += keyLogLine(happening) ?? '';
  };
  const { client } = shakeHands({ session, observe: to('client') }, { sessions, observe: to('server') });
  return { ...lines, connection: client.connection! };
}

describe('the key log', () => {
  it('has two lines for a handshake, the same on both sides', () => {
    const { client, server, connection } = logged();
    expect(client).toBe(server);
    const [rsa, random] = client.split('\n');
    expect(rsa).toMatch(/^RSA [\da-f]{16} 0303[\da-f]{92}$/);
    const { clientRandom, session } = connection;
    expect(random).toBe(`CLIENT_RANDOM ${toHex(clientRandom)} ${toHex(session.masterSecret)}`);
  });

  it('has one line for a session that goes on', () => {
    const { client, server, connection } = logged(logged().connection.session);
    expect(connection.resumed).toBe(true);
    expect(client).toBe(server);
    expect(client).toMatch(/^CLIENT_RANDOM [\da-f]{64} [\da-f]{96}\n$/);
  });

  it('is appended to, and new only for its owner', () => {
    const path = join(cwd, 'keys');
    for (let i = 0; i < 2; i++) {
      const log = openKeyLog(quietSession(), path);
      shakeHands({ observe: log.observe });
      log.close();
    }
    expect(readFileSync(path, 'utf8').match(/^CLIENT_RANDOM /gm)).toHaveLength(2);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const old = join(cwd, 'old');
    writeFileSync(old, '# mine\n');
    openKeyLog(quietSession(), old).close();
    expect(readFileSync(old, 'utf8')).toBe('# mine\n');
  });

  it('that cannot be written is an error before anybody connects', () => {
    expect(() => openKeyLog(quietSession(), '/dev/full')).toThrow(/^\/dev\/full: /);
    openKeyLog(quietSession(), '/dev/null').close();
  });

  it.each(['-', '/dev/stdout'])('is not mixed with the output: %s', (path) => {
    expect(() => openKeyLog(quietSession(), path)).toThrow('--keylog: expected a file, got');
  });

  it('is nothing that stands in a file with other content', () => {
    const path = join(cwd, 'letter');
    for (const content of ['Dear Bob\n', '\n# a\n-----BEGIN PRIVATE KEY-----\n', 'RSA is old\n', '\0\x01']) {
      writeFileSync(path, content);
      expect(() => openKeyLog(quietSession(), path)).toThrow('expected a key log or a new file');
      expect(readFileSync(path, 'utf8')).toBe(content);
    }
    for (const line of [
      `CLIENT_RANDOM ${'0'.repeat(64)} 00`,
      `SERVER_TRAFFIC_SECRET_0 ${'0'.repeat(64)} 0`,
    ]) {
      writeFileSync(path, `# NSS\n\n${line}\n`);
      openKeyLog(quietSession(), path).close();
    }
  });

  it('that others can read is remarked on', () => {
    const notes: string[] = [];
    const note: Words['note'] = (key, ..._values) => void notes.push(key);
    const session = { ...quietSession(), note };
    const path = join(cwd, 'shared');
    openKeyLog(session, path).close();
    chmodSync(path, 0o640);
    openKeyLog(session, path).close();
    expect(notes).toEqual(['tls.note.keylogOpen']);
  });

  it('that cannot be opened is an error that names it', () => {
    const attempt = () => openKeyLog(quietSession(), join(cwd, 'no', 'folder'));
    expect(attempt).toThrow(/no such file or folder/);
  });
});
