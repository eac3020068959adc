/**
 * What a scene of the story yields: a trace of who did what, the attacks with their checked outcome, and figures.
 *
 * A scene runs everything it tells. Its prose is in the catalogues, under the keys its steps name.
 */
import { toHex } from '../bytes/index.ts';
import type { LabelledPicture } from '../image/index.ts';
import type { FlipResult, ModeName } from '../modes/index.ts';
import type { RandomSource } from '../random/index.ts';
import type { MessageKey, Trace, TraceStep } from '../trace/index.ts';

/** Keys of one kind, e.g. all that begin with `story.title.`. */
export type Keys<Kind extends string> = Extract<MessageKey, `story.${Kind}.${string}`>;

/** One thing the hacker tried, and whether it worked when it was run. */
export interface Attack {
  readonly attempt: Keys<'attack'>;
  readonly succeeded: boolean;
  /** What stopped it, or that nothing does. */
  readonly because: Keys<'because'>;
}

/** What a protection notices: one bit of noise, and the hacker. */
export interface ScoreRow {
  readonly protection: Keys<'protection'>;
  readonly noticesNoise: boolean;
  readonly noticesHacker: boolean;
}

/** How much work it is to factor a modulus of that many bits. */
export interface WorkRow {
  readonly bits: number;
  readonly steps: number;
}

/** What one way of sending a letter costs. */
export interface CostRow {
  readonly way: Keys<'way'>;
  readonly rsaBlocks: number;
  readonly aesBlocks: number;
  /** All that is sent. */
  readonly bytes: number;
}

/** One stretch of the way of a letter: who locks it, for whose key, and what is read at its end. */
export interface RelayLeg {
  readonly from: 'alice' | 'hacker';
  readonly to: 'hacker' | 'bob';
  readonly key: 'hacker' | 'bob';
  readonly plaintext: Uint8Array;
}

/** Who can make a piece of evidence, as tried, and whether it proves who did. */
export interface JudgeRow {
  readonly evidence: Keys<'evidence'>;
  readonly makes: Readonly<Record<'alice' | 'bob' | 'hacker', boolean>>;
  readonly convinced: boolean;
}

/** One try of the man in the middle: what is in order about what he shows, and what came of it. */
export interface TryRow {
  readonly attempt: Keys<'try'>;
  readonly signaturesFit: boolean;
  readonly rootKnown: boolean;
  readonly nameFits: boolean;
  readonly accepted: boolean;
  readonly hackerReads: boolean;
}

/** One form of a letter on its way: what Alice made, what Bob has of it, and the steps to the form below and back. */
export interface StageRow {
  readonly form: Keys<'form'>;
  readonly sent: Uint8Array;
  readonly received: Uint8Array;
  readonly down?: Keys<'down'>;
  readonly up?: Keys<'up'>;
}

/** Who comes to have what by a message, or without one. */
export interface KnowRow {
  readonly message: string | undefined;
  readonly item: Keys<'item'>;
  readonly alice: Sees;
  readonly bob: Sees;
  readonly hacker: Sees;
}

/** `sealed`: he has bytes that it was made into. */
export type Sees = 'makes' | 'reads' | 'decrypts' | 'derives' | 'sealed' | 'lacks';

/** One value of a key schedule; those of depth 0 go into that of depth 1 together. */
export interface DerivationRow {
  readonly depth: 0 | 1 | 2 | 3;
  readonly name: Keys<'derived'>;
  readonly value: Uint8Array;
  /** By which function of what; parts of the value above have none. */
  readonly how?: Keys<'how'>;
}

/** A recording through time, and whether the hacker can read it at each moment, as tried. */
export interface TapeRow {
  readonly tape: Keys<'tape'>;
  readonly readable: Readonly<Record<Moment, boolean>>;
}

/** One message on the way from the URL to the page, and what anybody on the line can do to it, as tried. */
export interface MapRow {
  readonly from: MapStop;
  readonly to: MapStop;
  readonly carries: Keys<'map'>;
  readonly gaps: Readonly<Record<Question, boolean>>;
}

/** A segment of TCP with a checksum in it, held against the one that its receiver computes. */
export interface ChecksumRow {
  readonly segment: Keys<'segment'>;
  /** In hex. */
  readonly carried: string;
  readonly computed: string;
  readonly taken: boolean;
}

/** What happens in one moment: a message leaves, and a side comes into a state. */
export interface ArrowRow {
  /** In microseconds. */
  readonly time: number;
  readonly from?: 'alice' | 'bob';
  /** When the message is there, unless it is lost. */
  readonly arrives?: number;
  /** As the protocol writes it: `SYN  seq = x`. */
  readonly label?: string;
  readonly lost?: boolean;
  readonly alice?: string;
  readonly bob?: string;
}

/** A message of HTTP between two of three parties, under TLS or in the clear. */
export interface HopRow {
  readonly from: 'alice' | 'hacker' | 'bank';
  readonly to: 'alice' | 'hacker' | 'bank';
  readonly secure: boolean;
  readonly label: string;
  /** Lines of it that matter. */
  readonly below: readonly string[];
}

/** A packet of a capture, as it is read without the key log and with it. */
export interface CaptureRow {
  readonly number: number;
  readonly from: 'alice' | 'bank';
  readonly bytes: number;
  readonly shut: readonly string[];
  readonly open: readonly string[];
}

export type MapStop = 'alice' | 'resolver' | 'bank';

/** Who can read it, who changed it, who is there? */
export type Question = (typeof QUESTIONS)[number];
export const QUESTIONS = ['read', 'change', 'who'] as const;

export type Moment = (typeof MOMENTS)[number];
export const MOMENTS = ['talk', 'goodbye', 'theft'] as const;

export type Figure =
  | { readonly kind: 'map'; readonly caption: Keys<'figure'>; readonly rows: readonly MapRow[] }
  | { readonly kind: 'histogram'; readonly caption: Keys<'figure'>; readonly letters: readonly number[] }
  | { readonly kind: 'work'; readonly caption: Keys<'figure'>; readonly rows: readonly WorkRow[] }
  | { readonly kind: 'costs'; readonly caption: Keys<'figure'>; readonly rows: readonly CostRow[] }
  | { readonly kind: 'relay'; readonly caption: Keys<'figure'>; readonly legs: readonly RelayLeg[] }
  | { readonly kind: 'judge'; readonly caption: Keys<'figure'>; readonly rows: readonly JudgeRow[] }
  | { readonly kind: 'tries'; readonly caption: Keys<'figure'>; readonly rows: readonly TryRow[] }
  | { readonly kind: 'stages'; readonly caption: Keys<'figure'>; readonly rows: readonly StageRow[] }
  | { readonly kind: 'knows'; readonly caption: Keys<'figure'>; readonly rows: readonly KnowRow[] }
  | { readonly kind: 'derivation'; readonly caption: Keys<'figure'>; readonly rows: readonly DerivationRow[] }
  | { readonly kind: 'timeline'; readonly caption: Keys<'figure'>; readonly rows: readonly TapeRow[] }
  | { readonly kind: 'checksums'; readonly caption: Keys<'figure'>; readonly rows: readonly ChecksumRow[] }
  | {
      readonly kind: 'arrows';
      readonly caption: Keys<'figure'>;
      /** Who stands on the other side from Alice. */
      readonly other: 'bob' | 'bank';
      readonly rows: readonly ArrowRow[];
    }
  | { readonly kind: 'hops'; readonly caption: Keys<'figure'>; readonly rows: readonly HopRow[] }
  | { readonly kind: 'capture'; readonly caption: Keys<'figure'>; readonly rows: readonly CaptureRow[] }
  | { readonly kind: 'score'; readonly caption: Keys<'figure'>; readonly rows: readonly ScoreRow[] }
  | {
      readonly kind: 'strips';
      readonly caption: Keys<'figure'>;
      readonly rows: readonly { readonly mode: ModeName; readonly result: FlipResult }[];
    };

export interface PictureFile {
  /** File name without a folder. */
  readonly name: string;
  readonly panels: readonly LabelledPicture[];
}

/** A file that a scene leaves behind for the reader to look into. */
export interface StoryDocument {
  /** File name without a folder. */
  readonly name: string;
  readonly about: Keys<'document'>;
  /** The bytes of the file; a handshake that was traced becomes a page in the reader's language. */
  readonly content: Uint8Array | Trace;
  /** Whether it opens what was encrypted. */
  readonly secret?: boolean;
}

/** How many attempts there were in these scenes, and how they ended. */
export function tallyOf(scenes: readonly Pick<Scene, 'attacks'>[]) {
  const attacks = scenes.flatMap((scene) => scene.attacks);
  const succeeded = attacks.filter((attack) => attack.succeeded).length;
  return { attempts: attacks.length, stopped: attacks.length - succeeded, succeeded };
}

export interface Scene {
  readonly number: number;
  readonly title: Keys<'title'>;
  readonly trace: Trace;
  readonly attacks: readonly Attack[];
  readonly figures: readonly Figure[];
  readonly pictures: readonly PictureFile[];
  readonly documents?: readonly StoryDocument[];
  readonly learned: Keys<'learned'>;
  readonly stillCan: Keys<'still'>;
}

/** Everything a scene takes from outside. */
export interface World {
  readonly random: RandomSource;
}

/** Step `id` is `actor.verb`. Byte strings become hex; what the sentence has no slot for is shown below it. */
export function step(
  id: `${'alice' | 'bob' | 'hacker' | 'bank' | 'ca'}.${string}`,
  say: Keys<'step'>,
  values: Readonly<Record<string, Uint8Array | string | number>> = {},
): TraceStep {
  const written = Object.entries(values).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? toHex(value) : String(value),
  ]);
  return { id, clause: '', say, values: Object.fromEntries(written) };
}

/** A scene's trace; `output` is what the hacker has in the end, in hex. */
export function traceOf(number: number, steps: readonly TraceStep[], output: Uint8Array): Trace {
  return { version: 1, subject: `scene.${number}`, inputs: {}, steps, output: toHex(output) };
}
