/** OpenSSL's two test programs, `s_server` and `s_client`, in a folder with our certificates. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openIdentities } from './tls-identities.ts';
import { freePort, type Program, startProgram } from './tls-program.ts';

/** Every suite, also those that its security levels leave out. */
export const OPENSSL_ANY = 'ALL:COMPLEMENTOFALL:@SECLEVEL=0';

/** Turns extended_master_secret off, which no option of the command line of OpenSSL 3.0 does. */
const WITHOUT_EMS = `openssl_conf = conf
[conf]
ssl_conf = ssl
[ssl]
system_default = system
[system]
Options = -ExtendedMasterSecret
`;

export interface ServerOptions {
  /** The name of an identity's file; `good.pem` where not given. */
  readonly cert?: string;
  readonly withoutEms?: boolean;
  /** `-tls1_2` where not given. */
  readonly versions?: readonly string[];
  /** Its output is what the client sent, and its input goes to the client: nothing else. */
  readonly quiet?: boolean;
}

/** What it starts is stopped after the last test of the file that calls this. */
export function openOpensslTls() {
  const cwd = openIdentities();
  const programs: Program[] = [];
  beforeAll(() => writeFileSync(join(cwd, 'without-ems.cnf'), WITHOUT_EMS));
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.stop()));
  });

  function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
    const program = startProgram('openssl', args, { cwd, env });
    programs.push(program);
    return program;
  }

  return {
    async serve(args: readonly string[] = [], options: ServerOptions = {}) {
      const { cert = 'good.pem', withoutEms = false, quiet = false, versions = ['-tls1_2'] } = options;
      const free = quiet ? await freePort() : 0;
      const identity = ['-cert', cert, '-cert_chain', 'middle.pem', '-key', 'key.pem'];
      const usual = ['s_server', '-accept', `127.0.0.1:${free}`, ...versions, '-cipher', OPENSSL_ANY];
      const program = start(
        [...usual, ...identity, ...(quiet ? ['-quiet'] : []), ...args],
        withoutEms ? { OPENSSL_CONF: join(cwd, 'without-ems.cnf') } : {},
      );
      if (quiet) return { program, port: free };
      const [, port] = await program.until(/^ACCEPT 127\.0\.0\.1:(\d+)$/m);
      return { program, port: Number(port) };
    },

    /** One that verifies the server as `localhost`. Later options win over earlier ones. */
    connect(port: number, args: readonly string[] = []): Program {
      const verified = ['-CAfile', 'root.pem', '-verify_return_error', '-verify_hostname', 'localhost'];
      const usual = ['-connect', `127.0.0.1:${port}`, '-servername', 'localhost', '-tls1_2', '-no_ticket'];
      return start(['s_client', ...usual, '-cipher', OPENSSL_ANY, ...verified, ...args]);
    },

    /** With these options and no others. */
    connectPlainly: (port: number, args: readonly string[]): Program =>
      start(['s_client', '-connect', `127.0.0.1:${port}`, ...args]),
  };
}
