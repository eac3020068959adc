/**
 * A program in any language as an engine: started once, asked line by line, ended afterwards.
 *
 * 1. Requests wait in order; some are sent ahead, so that the program never waits for us.
 * 2. Answers come in that order. A wrong id, a line that is no answer, silence or an end costs the first waiting request only.
 * 3. After an end or silence the program is started anew, and what was sent behind the lost request is sent again.
 * 4. A program that fails one operation again and again is not asked for it any more.
 */
import type { Answer, Engine, Request, Saying } from '../../vectors/index.ts';
import { saying } from '../../vectors/index.ts';
import type { Bounds } from './bounds.ts';
import { endingFault } from './ending-fault.ts';
import { Patience } from './patience.ts';
import { type Ending, MAX_SILENT, ProgramProcess } from './process.ts';
import { encodeRequest, readLine, shown, shownJson } from './protocol.ts';
import type { RunAs } from './stragglers.ts';

export interface ProgramOptions {
  /** For one answer, from when all before it are answered; 10 where not given. */
  readonly answerSeconds?: number | undefined;
  /** For everything; no bound where not given. */
  readonly totalSeconds?: number | undefined;
  readonly cwd?: string | undefined;
  /** The environment of the program; ours where not given. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  readonly runAs?: RunAs | undefined;
  /** Of memory, processes and files; none where not given. */
  readonly bounds?: Bounds | undefined;
}

export interface Program extends Engine {
  close(): Promise<void>;
}

/** Requests that may be under way, and the bytes of them that are sent ahead. */
const WINDOW = 64;
const MAX_AHEAD = 32768;
/** Lines that are no answers, before the program is ended: each costs time to look at. */
const MAX_JUNK_LINES = 10_000;
/** How long an answer with another request's id may stand in the place of the waiting one's; longer where the program is slow. */
const ASTRAY_MS = 300;
/** Where a program has answered each of several questions with junk, it is waited for that long, and not for the time limit. */
const QUIET_MS = 1000;
const FEW = 4;

interface Waiting {
  readonly id: number;
  readonly op: string;
  readonly line: string;
  readonly settle: (answer: Answer) => void;
}

/** Starts nothing before it is asked. */
export function openProgram(command: string, options: ProgramOptions = {}): Program {
  return new ExternalProgram(command, options);
}

class ExternalProgram implements Program {
  readonly name: string;
  readonly window = WINDOW;
  private readonly command: string;
  private readonly options: ProgramOptions;
  private readonly answerSeconds: number;
  private readonly waiting: Waiting[] = [];
  /** How many of those the running program was sent. */
  private sent = 0;
  private lastId = 0;
  private running: ProgramProcess | undefined;
  private blocked = false;
  /** Whether the running program has ever answered. */
  private hasAnswered = false;
  notStarted: Saying | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** A line that is no answer has come in the place of the first waiting request's. */
  private junk: Saying | undefined;
  private junkLines = 0;
  /** Ids of requests that are done: answers that came twice, or late. If nothing better follows, they stand for what waits. */
  private extra: number[] = [];
  /** An answer for a request behind the first. */
  private early: { readonly id: number; readonly answer: Answer } | undefined;
  private astray: NodeJS.Timeout | undefined;
  /** When the first waiting request became the first, and how long an answer has taken at most. */
  private since = 0;
  private slowest = 0;
  private readonly patience = new Patience();
  private refusedAll: Saying | undefined;
  private deadline: NodeJS.Timeout | undefined;
  private pumping = false;

  constructor(command: string, options: ProgramOptions) {
    this.name = `exec:${command}`;
    this.command = command;
    this.options = options;
    this.answerSeconds = options.answerSeconds ?? 10;
  }

  answer(request: Request): Promise<Answer> {
    return new Promise((resolve) => {
      const id = ++this.lastId;
      this.waiting.push({ id, op: request.op, line: encodeRequest(id, request), settle: resolve });
      this.pump();
    });
  }

  async close(): Promise<void> {
    this.refuseAll(saying('exec.fault.closed', {}));
    clearTimeout(this.deadline);
    const { running } = this;
    this.running = undefined;
    await running?.close();
  }

  /** Sends what is waiting, once for all requests that are made in one go. */
  private pump(): void {
    if (this.pumping) return;
    this.pumping = true;
    queueMicrotask(() => {
      this.pumping = false;
      this.send();
    });
  }

  private send(): void {
    this.refuseHopeless();
    if (this.waiting.length === 0) return;
    const running = this.running ?? this.tryStart();
    if (!running) return;
    this.running = running;
    let text = '';
    // One is always under way, also where the program answers without reading: else nobody would wait for it.
    while ((!this.blocked || this.sent === 0) && this.sent < this.waiting.length && text.length < MAX_AHEAD) {
      text += this.waiting[this.sent]!.line;
      this.sent++;
    }
    if (text !== '' && !running.write(text)) this.blocked = true;
    if (!this.timer) this.watch();
  }

  /** Undefined where the system refuses at once: no such folder, too many processes. */
  private tryStart(): ProgramProcess | undefined {
    try {
      return this.start();
    } catch (error) {
      const detail = shown(error instanceof Error ? error.message : String(error));
      this.neverStarted(saying('exec.fault.notStarted', { detail }));
      return undefined;
    }
  }

  private start(): ProgramProcess {
    const { cwd, env = process.env, runAs, bounds, totalSeconds } = this.options;
    if (totalSeconds !== undefined) {
      this.deadline ??= setTimeout(
        () => this.stopAll(saying('exec.fault.totalTime', { seconds: totalSeconds })),
        totalSeconds * 1000,
      );
    }
    this.sent = 0;
    this.blocked = false;
    this.hasAnswered = false;
    // Python keeps what it prints to a pipe until there is much of it.
    const environment = { ...env, PYTHONUNBUFFERED: '1' };
    const started = new ProgramProcess(
      this.command,
      { cwd, env: environment, runAs, bounds },
      {
        line: (line) => this.take(line),
        flood: () => this.failed(saying('exec.fault.flood', { most: MAX_SILENT / 2 ** 20 })),
        swollen: (most) => this.failed(saying('exec.fault.memory', { most })),
        ended: (how) => this.ended(how),
      },
    );
    started.onDrain(() => {
      this.blocked = false;
      this.pump();
    });
    return started;
  }

  /** Counts the time of the first waiting request. */
  private watch(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.sent === 0 || this.waiting.length === 0) return;
    this.since = performance.now();
    const first = this.waiting[0];
    this.timer = setTimeout(() => {
      // We may have been busy ourselves, and the answer may lie in the pipe: it is read first.
      setImmediate(() => {
        if (this.sent > 0 && this.waiting[0] === first) this.silent();
      });
    }, this.answerSeconds * 1000);
  }

  private silent(): void {
    if (this.early?.id === this.waiting[0]!.id) this.settleEarly();
    else if (this.early || this.extra.length > 0) this.settleAstray();
    else {
      this.patience.failed(this.waiting[0]!.op, 'silences');
      this.lose(saying('exec.fault.silent', { seconds: this.answerSeconds }));
    }
  }

  private take(text: string): void {
    const first = this.waiting[0];
    // It speaks without being asked: nobody waits for that.
    if (!first || this.sent === 0 || text.trim() === '') return;
    const line = readLine(text, first.op);
    if (line.kind === 'junk') this.takeJunk(text);
    else if (line.id === first.id) {
      this.hasAnswered = true;
      this.patience.answered(first.op);
      this.slowest = Math.max(this.slowest, performance.now() - this.since);
      this.extra = [];
      this.settle(this.junk ? { kind: 'broken', fault: this.junk } : line.answer);
      this.settleEarly();
    } else this.takeAstray(line.id, text);
  }

  /** Its answer may still follow, and would be taken for that of the next. */
  private takeJunk(text: string): void {
    this.junk ??= saying('exec.fault.junk', { line: shown(text) });
    if (++this.junkLines > MAX_JUNK_LINES) {
      this.patience.failed(this.waiting[0]!.op, 'endings');
      this.lose(this.junk);
    } else if (this.sent >= FEW && this.junkLines >= this.sent) {
      clearTimeout(this.astray);
      this.astray = setTimeout(() => this.settleJunk(), Math.max(QUIET_MS, 3 * this.slowest));
    }
  }

  /** As many lines as questions, and no more: none of them will be answered. */
  private settleJunk(): void {
    const { sent } = this;
    const fault = this.junk!;
    this.patience.failed(this.waiting[0]!.op, 'silences');
    for (let i = 0; i < sent; i++) this.settle({ kind: 'broken', fault });
  }

  /** An answer with another id than that of the first waiting request. */
  private takeAstray(id: unknown, text: string): void {
    const first = this.waiting[0]!;
    const ahead = this.waiting.slice(1, this.sent).find((one) => one.id === id);
    if (ahead && (this.junk || this.extra.length > 0)) {
      // What came before stands for the first.
      this.settleWrong(this.extra.shift());
      this.take(text);
    } else if (ahead && this.early) {
      // Either it answered the first with this id, and now comes what is meant; or it left the first out, and goes on.
      const { early } = this;
      if (early.id === id) this.early = undefined;
      this.settleWrong(early.id);
      this.settleEarly();
      this.take(text);
    } else if (ahead) {
      const line = readLine(text, ahead.op);
      if (line.kind === 'answer') this.early = { id: ahead.id, answer: line.answer };
      this.waitAstray();
    } else if (typeof id === 'number' && Number.isInteger(id) && id > 0 && id < first.id) {
      this.extra.push(id);
      this.waitAstray();
    } else this.settleWrong(id);
  }

  private waitAstray(): void {
    this.astray ??= setTimeout(() => this.settleAstray(), Math.max(ASTRAY_MS, 3 * this.slowest));
  }

  /** Nothing better has followed: each of those lines was meant for one request. */
  private settleAstray(): void {
    const { early, extra } = this;
    this.extra = [];
    for (const id of early ? [early.id] : extra) if (this.sent > 0) this.settleWrong(id);
  }

  private settleWrong(got: unknown): void {
    const { id } = this.waiting[0]!;
    const fault = this.junk ?? saying('exec.fault.wrongId', { want: id, got: shownJson(got) });
    this.settle({ kind: 'broken', fault });
  }

  private settleEarly(): void {
    const { early } = this;
    if (early === undefined || this.sent === 0 || this.waiting[0]!.id !== early.id) return;
    this.early = undefined;
    this.settle(early.answer);
  }

  /** The first waiting request is done; the program goes on with those behind it. */
  private settle(answer: Answer): void {
    this.forget();
    const first = this.waiting.shift()!;
    this.sent--;
    this.running?.answered();
    first.settle(answer);
    this.watch();
    this.pump();
  }

  /** The first waiting request gets that fault; the program is ended, and started anew for the others. */
  private lose(fault: Saying): void {
    const junk = this.junk;
    this.forget();
    this.extra = [];
    this.early = undefined;
    this.running?.kill();
    this.running = undefined;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.sent > 0) this.waiting.shift()?.settle({ kind: 'broken', fault: junk ?? fault });
    this.sent = 0;
    if (this.waiting.length > 0) this.pump();
  }

  /** It has ended, or has to. */
  private failed(fault: Saying): void {
    if (this.sent > 0) this.patience.failed(this.waiting[0]!.op, 'endings');
    this.lose(fault);
  }

  private ended(how: Ending): void {
    const { cwd } = this.options;
    // Which folder it is says nothing, and takes the room of what does.
    const lastWords = cwd ? how.lastWords.replaceAll(`${cwd}/`, '') : how.lastWords;
    const fault = endingFault({ ...how, lastWords });
    // The shell says so, and it was never different.
    const isNoProgram = how.error !== undefined || how.status === 127 || how.status === 126;
    if (isNoProgram && !this.hasAnswered) this.neverStarted(fault);
    else this.failed(fault);
  }

  /** Before the first request is done. One that does not start later counts as failing, and may have seen anything. */
  private neverStarted(fault: Saying): void {
    if (this.waiting[0]?.id === 1) this.notStarted = fault;
    this.stopAll(fault);
  }

  private refuseHopeless(): void {
    const stay: Waiting[] = [];
    for (const [i, one] of this.waiting.entries()) {
      const fault = i < this.sent ? undefined : (this.refusedAll ?? this.patience.refusalOf(one.op));
      if (fault) one.settle({ kind: 'broken', fault });
      else stay.push(one);
    }
    this.waiting.splice(0, this.waiting.length, ...stay);
  }

  private refuseAll(fault: Saying): void {
    this.forget();
    clearTimeout(this.timer);
    this.timer = undefined;
    this.sent = 0;
    this.refusedAll = fault;
    this.refuseHopeless();
  }

  private stopAll(fault: Saying): void {
    this.running?.kill();
    this.running = undefined;
    this.refuseAll(fault);
  }

  /** What was remembered of the first waiting request. */
  private forget(): void {
    this.junk = undefined;
    this.junkLines = 0;
    clearTimeout(this.astray);
    this.astray = undefined;
  }
}
