/** A fault for people: what is wrong, what is to be learnt, and the commands that show it, to be pasted. */
import type { Fault } from '../../../x509/index.ts';
import { colorsOf } from '../../render.ts';
import type { Session } from '../../session.ts';
import { prose } from '../../wrap.ts';

export function faultText(session: Session, fault: Fault, folder: string): string {
  const { name, clause, reason, opensslError } = fault;
  const { bold } = colorsOf(session);
  const { show, verify, openssl } = faultCommands(fault, folder);
  const paragraph = (text: string) => prose(session.stdout, text);
  const heading = reason === null ? 'verifyGood' : opensslError === null ? 'verifyHere' : 'verify';
  return [
    bold(paragraph(session.say('ca.fault.title', { name, wrong: session.say(`ca.fault.${name}`) }))),
    '',
    paragraph(session.say(`ca.lesson.${name}`)),
    session.say('ca.fault.clause', { clause }),
    '',
    session.say('ca.fault.see'),
    `  ${show}`,
    session.say(`ca.fault.${heading}`),
    `  ${verify}`,
    `  ${openssl}`,
    answer(session, fault),
  ].join('\n');
}

function answer(session: Session, { reason, opensslError }: Fault): string {
  if (reason === null) return session.say('ca.fault.answerGood');
  if (opensslError === null) return session.say('ca.fault.answerHere', { reason });
  return session.say('ca.fault.answer', { reason, number: opensslError });
}

export interface FaultCommands {
  readonly show: string;
  readonly verify: string;
  readonly openssl: string;
}

/** For a shell, from the folder in which the command was run. */
export function faultCommands({ place, host, at, opensslArgs }: Fault, folder: string): FaultCommands {
  const inside = (file: string) => pathWord(`${folder.replace(/\/+$/, '')}/${file}`);
  const verify = [
    ...['crypto cert verify', inside('chain.pem'), '--ca', inside('root.pem'), '--crl', inside('crl.pem')],
    ...['--host', shellWord(host), '--at', at.toISOString().replace('.000Z', 'Z')],
    ...(place === 'signature' ? ['--explain'] : []),
  ].join(' ');
  const shown = place === 'signature' ? 'chain' : place;
  return {
    show: `crypto cert show ${inside(`${shown}.pem`)}`,
    verify,
    openssl: `(cd ${pathWord(folder)} && openssl verify ${opensslArgs.map(shellWord).join(' ')})`,
  };
}

/** A path as one word for a POSIX shell, which no program takes for an option. */
function pathWord(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path);
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
