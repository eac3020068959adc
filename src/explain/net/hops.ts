/** HTTP between the parties of a line, each message noted as a hop: who said what to whom, in the clear or under TLS. */
import { CryptoError } from '../../errors.ts';
import { EPOCH_MICROS } from '../../net/capture/epoch.ts';
import type { Host } from '../../net/host.ts';
import { bareAnswer } from '../../net/http/bare-answer.ts';
import { withDate } from '../../net/http/date.ts';
import { encodeRequest, encodeResponse, sentHeaders } from '../../net/http/encode.ts';
import { type HttpMessage, type HttpRequest, type HttpResponse, keepsAlive } from '../../net/http/message.ts';
import { HttpReader } from '../../net/http/reader.ts';
import type { TlsMachine } from '../../tls/index.ts';
import type { MessageKey, MessageValues } from '../../trace/index.ts';
import type { NetLesson, NetScene } from './lesson.ts';
import { ALICE, type Line } from './line.ts';
import { HACKER } from './middle.ts';
import { type Failure, type Pipe, plainOver, tlsOver } from './tls-over-tcp.ts';

export type Party = 'alice' | 'hacker' | 'bank';

export type Hop =
  | {
      readonly kind: 'message';
      /** When a request came, and when an answer left, in microseconds. */
      readonly time: number;
      readonly from: Party;
      readonly to: Party;
      readonly secure: boolean;
      readonly message: HttpRequest | HttpResponse;
    }
  /** A client broke off the handshake with an alert. */
  | {
      readonly kind: 'alert';
      readonly time: number;
      readonly from: Party;
      readonly to: Party;
      readonly failure: Failure;
    }
  | {
      readonly kind: 'said';
      readonly time: number;
      readonly say: MessageKey;
      readonly values: Readonly<Record<string, string>>;
    };

export interface HopScene extends NetScene {
  readonly title: MessageKey;
  readonly hops: readonly Hop[];
  /** Whether the hacker stands on the line in it. */
  readonly hacker: boolean;
  readonly keyLog: string;
}

export interface HopLesson<Facts extends object = object> extends NetLesson<Facts> {
  readonly scenes: readonly HopScene[];
}

export interface ServePlan {
  readonly host: Host;
  readonly as: Party;
  readonly port: number;
  /** Without it in the clear. */
  readonly tls?: () => TlsMachine;
  readonly answer: (request: HttpRequest, reply: (response: HttpResponse) => void, from: Party) => void;
}

export interface AskPlan {
  readonly host: Host;
  readonly address: string;
  readonly port: number;
  readonly tls?: (() => TlsMachine) | undefined;
  readonly request: HttpRequest;
  readonly onAnswer: (response: HttpResponse) => void;
  /** No answer comes. */
  readonly onFailed?: (failure: Failure) => void;
}

/** Requests and answers over one line, a connection for each. */
export class Hops {
  readonly list: Hop[] = [];
  readonly #line: Line;

  constructor(line: Line) {
    this.#line = line;
  }

  /** Seconds since 1970, as cookies and HSTS count. */
  get now(): number {
    return (EPOCH_MICROS + this.#line.clock.now) / 1e6;
  }

  say<K extends MessageKey>(say: K, values: MessageValues<K>): void {
    const { now } = this.#line.clock;
    this.list.push({ kind: 'said', time: now, say, values: values as Readonly<Record<string, string>> });
  }

  serve({ host, as, port, tls, answer }: ServePlan): void {
    const secure = tls !== undefined;
    const note = (from: Party, to: Party, message: HttpRequest | HttpResponse) =>
      void this.list.push({ kind: 'message', time: this.#line.clock.now, from, to, secure, message });
    host.listen(port, {
      onConnection: (socket) => {
        const { address } = socket.remote;
        const from: Party =
          address === ALICE.address ? 'alice' : address === HACKER.address ? 'hacker' : 'bank';
        const reader = new HttpReader('request');
        // The last answer was given, and nothing follows it (RFC 9112, 9.6).
        let isOver = false;
        const handlers = {
          onData: (bytes: Uint8Array, pipe: Pipe) => {
            const reply = (request?: HttpRequest) => (given: HttpResponse) => {
              const response = withDate(given, this.now);
              note(as, from, { ...response, headers: sentHeaders(response, request?.method) });
              pipe.send(encodeResponse(response, request?.method));
              take(reader.answered(response.status));
            };
            const take = (messages: readonly HttpMessage[]) => {
              for (const message of messages) {
                const request = message as HttpRequest;
                note(from, as, request);
                isOver = !keepsAlive(request);
                answer(request, reply(request), from);
              }
            };
            try {
              take(reader.receive(bytes));
              if (reader.failure) throw reader.failure;
            } catch (error) {
              if (!(error instanceof CryptoError)) throw error;
              if (!isOver) reply()(bareAnswer(400));
              isOver = true;
              pipe.finish();
            }
          },
          onFinished: (pipe: Pipe) => pipe.finish(),
          onFailed: (failure: Failure) => {
            if (failure.by !== 'peer') return;
            this.list.push({ kind: 'alert', time: this.#line.clock.now, from, to: as, failure });
          },
        };
        return tls ? tlsOver(tls(), handlers) : plainOver(handlers, () => {});
      },
    });
  }

  ask({ host, address, port, tls, request, onAnswer, onFailed }: AskPlan): void {
    const reader = new HttpReader('response');
    const handlers = {
      onOpen: (pipe: Pipe) => {
        reader.asked(request.method);
        pipe.send(encodeRequest(request));
      },
      onData: (bytes: Uint8Array, pipe: Pipe) => {
        for (const message of reader.receive(bytes)) {
          pipe.finish();
          onAnswer(message as HttpResponse);
        }
      },
      onFailed: (failure: Failure) => onFailed?.(failure),
    };
    host.connect(address, port, tls ? tlsOver(tls(), handlers) : plainOver(handlers, () => {}));
  }
}
