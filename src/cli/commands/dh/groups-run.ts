/** The work of `crypto dh groups`: a line for each group with a name, or one group in full. */
import { DH_GROUP_NAMES, type DhGroupName, dhGroup } from '../../../dh/index.ts';
import { bitLength } from '../../../math/index.ts';
import { table } from '../../render.ts';
import type { Session } from '../../session.ts';
import { prose } from '../../wrap.ts';
import { decimals, fullNumber } from './number-text.ts';
import { strengthOf } from './strength.ts';

export function runGroups(session: Session, name: DhGroupName | undefined): void {
  if (session.json)
    session.printJson(name === undefined ? { groups: DH_GROUP_NAMES.map(factsOf) } : factsOf(name));
  else session.print(name === undefined ? overview(session) : inFull(session, name));
}

function factsOf(name: DhGroupName) {
  const { p, g, order, privateBits } = dhGroup(name);
  const strength = strengthOf(name);
  return {
    name,
    bits: bitLength(p),
    ...decimals({ p, g, order }),
    privateBits,
    ...(strength !== undefined && { strength }),
  };
}

function overview(session: Session): string {
  const columns = ['name', 'bits', 'generator', 'privateBits', 'strength'] as const;
  const heading = columns.map((column) => session.say(`dh.column.${column}`));
  const rows = DH_GROUP_NAMES.map(factsOf).map(({ name, bits, g, privateBits, strength }) => [
    name,
    String(bits),
    g,
    String(privateBits),
    strength === undefined ? '–' : String(strength),
  ]);
  return `${table(heading, rows)}\n\n${prose(session.stdout, session.say('dh.groups.legend'))}`;
}

function inFull(session: Session, name: DhGroupName): string {
  const { p, g, order, privateBits } = dhGroup(name);
  const lines = [
    `p = ${fullNumber(p)}`,
    `g = ${fullNumber(g)}`,
    session.say('dh.groups.order', { order: fullNumber(order) }),
    session.say('dh.groups.privateBits', { bits: privateBits }),
  ];
  const strength = strengthOf(name);
  if (strength !== undefined) lines.push(session.say('dh.groups.strength', { strength }));
  return lines.join('\n');
}
