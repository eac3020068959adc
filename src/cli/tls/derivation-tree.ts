/** How every key of a connection comes from one secret and two randoms, as a tree. */
import type { Trace, TraceStep } from '../../trace/index.ts';
import { colorsOf, columnsOf, padded } from '../render.ts';
import type { Session } from '../session.ts';
import { stepsById } from '../trace-view.ts';

/** One value of the derivation. */
export interface DerivedValue {
  readonly name: string;
  /** Hex. */
  readonly value: string;
  readonly note: string;
}

/** What everything is derived from; the rest is public. */
export interface DerivationInput extends DerivedValue {
  readonly isSecret: boolean;
  /** Whether the master secret is derived from it; the randoms are needed later as well. */
  readonly makesMaster: boolean;
}

/** A value that was derived, how, and what it was cut into. */
export interface Derived extends DerivedValue {
  readonly how: string;
  readonly pieces: readonly KeyPiece[];
}

export interface KeyPiece extends DerivedValue {
  readonly from: number;
  readonly to: number;
}

export interface DerivationTree {
  readonly inputs: readonly DerivationInput[];
  readonly master: Derived;
  readonly fromMaster: readonly Derived[];
}

/** Digits that are shown from each end of a value. */
const END_DIGITS = 6;

export function derivationTree(session: Session, trace: Trace): DerivationTree {
  const steps = stepsById(trace);
  const master = steps.get('master_secret')!;
  const keyBlock = steps.get('key_block')!;
  const finished = trace.steps.filter(({ id }) => id.endsWith('_finished.verify_data'));
  return {
    inputs: inputsOf(session, steps),
    master: {
      name: session.say('tls.tree.name.masterSecret'),
      value: master.values.value!,
      note: session.say('tls.demo.bytes', { count: master.values.value!.length / 2 }),
      how: howMaster(session, steps),
      pieces: [],
    },
    fromMaster: [
      {
        name: session.say('tls.tree.name.keyBlock'),
        value: keyBlock.values.value!,
        note: keyBlockNote(session, trace, Number(keyBlock.values.length)),
        how: session.say('tls.tree.keyBlock'),
        pieces: piecesOf(session, keyBlock),
      },
      ...finished.map((step) => verifyData(session, steps, step)),
    ],
  };
}

function keyBlockNote(session: Session, { inputs }: Trace, count: number): string {
  return session.say(inputs.suite?.includes('_CBC_') ? 'tls.tree.keyBlockCbc' : 'tls.demo.bytes', { count });
}

function inputsOf(session: Session, steps: ReadonlyMap<string, TraceStep>): DerivationInput[] {
  const premaster = steps.get('pre_master_secret');
  const encrypted = steps.get('encrypted_pre_master_secret');
  const sessionHash = steps.get('session_hash');
  const makesMaster = premaster !== undefined && sessionHash === undefined;
  const random = (id: 'client_random' | 'server_random', name: string): DerivationInput => {
    const { value = '', number = '' } = steps.get(id)!.values;
    return { name, value, note: session.say('tls.tree.random', { number }), isSecret: false, makesMaster };
  };
  return [
    ...(premaster && encrypted
      ? [
          {
            name: session.say('tls.tree.name.preMasterSecret'),
            value: premaster.values.value!,
            note: session.say('tls.tree.premaster', { number: encrypted.values.number! }),
            isSecret: true,
            makesMaster: true,
          },
        ]
      : []),
    random('client_random', session.say('tls.tree.name.clientRandom')),
    random('server_random', session.say('tls.tree.name.serverRandom')),
    ...(sessionHash
      ? [
          {
            name: session.say('tls.tree.name.sessionHash'),
            value: sessionHash.values.value!,
            note: session.say('tls.tree.sessionHash', { messages: sessionHash.values.messages! }),
            isSecret: false,
            makesMaster: true,
          },
        ]
      : []),
  ];
}

function howMaster(session: Session, steps: ReadonlyMap<string, TraceStep>): string {
  const { label } = steps.get('master_secret')!.values;
  if (label === undefined) return session.say('tls.tree.masterResumed');
  return session.say(steps.has('session_hash') ? 'tls.tree.masterExtended' : 'tls.tree.master', { label });
}

function piecesOf(session: Session, { values, fields = [] }: TraceStep): KeyPiece[] {
  return fields.map(({ offset, length, name }) => {
    const [from, to] = [offset, offset + length - 1];
    const value = values.value!.slice(2 * offset, 2 * (offset + length));
    return { name, value, from, to, note: session.say('tls.tree.piece', { from, to }) };
  });
}

function verifyData(
  session: Session,
  steps: ReadonlyMap<string, TraceStep>,
  { id, values: { value = '', label = '', number = '' } }: TraceStep,
): Derived {
  const { messages = '' } = steps.get(id.replace('verify_data', 'hash'))!.values;
  return {
    name: 'verify_data',
    value,
    note: session.say('tls.tree.inMessage', { number }),
    how: session.say('tls.tree.verifyData', { label, messages }),
    pieces: [],
  };
}

/** The tree on a terminal; long values by their ends. */
export function treeLines(session: Session, { inputs, master, fromMaster }: DerivationTree): string[] {
  const { bold, dim } = colorsOf(session);
  const width = Math.max(...[...inputs, master].map(({ name }) => columnsOf(name)));
  const row = ({ name, value, note }: DerivedValue, columns: number) =>
    `${bold(padded(name, columns))}  ${ends(value)}  ${dim(note)}`;
  return [
    ...inputs.map((input) => row(input, width)),
    `└─ ${master.how}`,
    `   ${row(master, width - 3)}`,
    ...fromMaster.flatMap((derived, i) => {
      const isLast = i === fromMaster.length - 1;
      const below = isLast ? '      ' : '   │  ';
      return [
        `   ${isLast ? '└─' : '├─'} ${derived.how}`,
        `${below}${row(derived, width - 6)}`,
        ...pieceLines(session, derived.pieces).map((line) => `${below}${line}`),
      ];
    }),
  ];
}

function pieceLines(session: Session, pieces: readonly KeyPiece[]): string[] {
  const { dim } = colorsOf(session);
  const width = Math.max(...pieces.map(({ name }) => name.length));
  return pieces.map(({ name, value, note }, i) => {
    const branch = i === pieces.length - 1 ? '└─' : '├─';
    return `${branch} ${name.padEnd(width)}  ${ends(value)}  ${dim(note)}`;
  });
}

function ends(hex: string): string {
  if (hex.length <= 2 * END_DIGITS + 12) return hex;
  return `${hex.slice(0, END_DIGITS)}…${hex.slice(-END_DIGITS)}`;
}
