/** The work of `crypto cert show --explain`: the signature of a certificate opened, and those above it up to the root. */
import { explainCertificateChain } from '../../../explain/index.ts';
import type { Trace } from '../../../trace/index.ts';
import type { Certificate } from '../../../x509/index.ts';
import { readCertificates } from '../../certificate-file.ts';
import { expectOneStdin } from '../../io/input.ts';
import type { Session } from '../../session.ts';
import { tellTrace } from '../../walk-through.ts';
import { chainAbove } from './forest.ts';

export interface ExplainOptions {
  readonly ca?: readonly string[] | undefined;
  readonly untrusted?: readonly string[] | undefined;
  readonly all?: true | undefined;
}

/** The first certificate of the file is explained; its issuer is looked for in the rest of it and in the files named. */
export async function showExplained(
  session: Session,
  path: string | undefined,
  { ca = [], untrusted = [], all }: ExplainOptions,
): Promise<void> {
  expectOneStdin(session, path ?? '-', ...ca, ...untrusted);
  const certificates: Certificate[] = [];
  for (const each of [path, ...untrusted, ...ca])
    certificates.push(...(await readCertificates(session, each)));
  const [leaf, ...others] = certificates;
  const trace = explainCertificateChain(chainAbove(leaf!, others));
  if (session.json) session.printJson(trace);
  else if (all) tellTrace(session, trace, { on: 'stdout' });
  else tellBriefly(session, trace, 'stdout');
}

/** The first signature in full, of those above it what they are over and how they came out. */
export function tellBriefly(session: Session, trace: Trace, on: 'stdout' | 'stderr'): void {
  const ids = new Set(trace.steps.map(({ id }) => id));
  const steps = trace.steps.filter(({ id }) => {
    const [, above] = /^(cert\[[1-9]\d*\]\.)(?:EM|T|H|DB|mHash|M')$/.exec(id) ?? [];
    return above === undefined || !ids.has(`${above}compare`);
  });
  tellTrace(session, { ...trace, steps }, { on, short: true });
  if (steps.length < trace.steps.length) session[on].write(`${session.say('explain.cert.leftOut')}\n`);
}
