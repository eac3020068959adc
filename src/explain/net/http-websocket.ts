/**
 * WebSocket (RFC 6455): an HTTP connection becomes one on which both sides speak when they like.
 *
 * Neither the key nor the mask is secrecy: whoever listens computes both.
 */
import { fromUtf8, toHex, utf8 } from '../../bytes/index.ts';
import { sha1 } from '../../hash/index.ts';
import { encodeRequest, encodeResponse } from '../../net/http/encode.ts';
import { type HttpRequest, type HttpResponse, header } from '../../net/http/message.ts';
import { HttpReader } from '../../net/http/reader.ts';
import {
  encodeClose,
  encodeFrame,
  type WebSocketMessage,
  WebSocketReader,
} from '../../net/http/websocket.ts';
import {
  acceptUpgrade,
  checkUpgrade,
  upgradeRequest,
  WEB_SOCKET_GUID,
  webSocketKey,
} from '../../net/http/websocket-upgrade.ts';
import type { Socket } from '../../net/socket.ts';
import type { RandomSource } from '../../random/index.ts';
import { BANK } from './bank.ts';
import type { NetLesson } from './lesson.ts';
import { BOB, openLine } from './line.ts';

export interface WebSocketFrame {
  readonly time: number;
  readonly from: 'alice' | 'bank';
  readonly opcode: string;
  readonly final: boolean;
  /** Four bytes in hex; null: not masked. */
  readonly mask: string | null;
  readonly length: number;
  /** What it says: its text, or a close code and reason. */
  readonly text: string;
  /** As on the line, in hex. */
  readonly bytes: string;
}

export interface WebSocketLesson extends NetLesson {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  readonly key: string;
  readonly accept: string;
  /** SHA-1 of key and GUID, in hex. */
  readonly digest: string;
  readonly guid: string;
  readonly frames: readonly WebSocketFrame[];
}

const PORT = 80;
/** What the two say, one after the other. */
const QUESTION = 'balance?';
const ANSWER = '100 euros';

export function runWebSocket(random: RandomSource, given?: string): WebSocketLesson {
  const line = openLine({ random });
  const key = given ?? webSocketKey(random.substream('key'));
  const masks = random.substream('mask');
  const frames: WebSocketFrame[] = [];
  const send = (from: 'alice' | 'bank', socket: Socket, message: WebSocketMessage) => {
    const mask = from === 'alice' ? masks.bytes(4) : undefined;
    const bytes = encoded(message, mask);
    frames.push({
      time: line.clock.now,
      from,
      opcode: message.type,
      final: true,
      mask: mask ? toHex(mask) : null,
      length: bytes.length - 2 - (mask ? 4 : 0),
      text: textOf(message),
      bytes: toHex(bytes),
    });
    socket.send(bytes);
  };

  line.bob.listen(PORT, {
    onConnection: () => {
      const http = new HttpReader('request');
      const reader = new WebSocketReader('client');
      const take = (bytes: Uint8Array, socket: Socket) => {
        for (const message of reader.receive(bytes)) {
          if (message.type === 'text') {
            send('bank', socket, { type: 'text', text: ANSWER });
            send('bank', socket, { type: 'ping', bytes: utf8('there?') });
          } else if (message.type === 'close') {
            send('bank', socket, message);
            socket.shutdown();
          }
        }
      };
      return {
        onData: (bytes, socket) => {
          if (http.switched) return take(bytes, socket);
          for (const message of http.receive(bytes)) {
            response = acceptUpgrade(message as HttpRequest);
            socket.send(encodeResponse(response));
            http.answered(response.status);
            take(http.takeRest(), socket);
          }
        },
      };
    },
  });

  const request = upgradeRequest(new URL(`ws://${BANK}/account`), key, `http://${BANK}`);
  let response: HttpResponse | undefined;
  const http = new HttpReader('response');
  const reader = new WebSocketReader('server');
  const heard: WebSocketMessage[] = [];
  const take = (bytes: Uint8Array, socket: Socket) => {
    for (const message of reader.receive(bytes)) {
      heard.push(message);
      if (message.type === 'ping') {
        send('alice', socket, { type: 'pong', bytes: message.bytes });
        send('alice', socket, { type: 'close', code: 1000, reason: 'bye' });
      } else if (message.type === 'close') socket.shutdown();
    }
  };
  line.alice.connect(BOB.address, PORT, {
    onConnected: (socket) => {
      http.asked('GET', true);
      socket.send(encodeRequest(request));
    },
    onData: (bytes, socket) => {
      if (http.switched) return take(bytes, socket);
      for (const message of http.receive(bytes)) {
        checkUpgrade(message as HttpResponse, key);
        send('alice', socket, { type: 'text', text: QUESTION });
        take(http.takeRest(), socket);
      }
    },
  });
  line.clock.run();

  const digest = sha1(utf8(key + WEB_SOCKET_GUID));
  const accept = header(response!, 'Sec-WebSocket-Accept') ?? '';
  const masked = frames.filter(({ mask }) => mask !== null).length;
  return {
    name: 'http-websocket',
    scenes: [{ noted: line.noted, frames: line.frames }],
    facts: {
      key,
      guid: WEB_SOCKET_GUID,
      digest: toHex(digest),
      accept,
      heard: heard.map(({ type }) => type),
      masked,
      frames,
    },
    learned: 'websocket.learned',
    values: { frames: String(frames.length), masked: String(masked) },
    request,
    response: response!,
    key,
    accept,
    digest: toHex(digest),
    guid: WEB_SOCKET_GUID,
    frames,
  };
}

function encoded(message: WebSocketMessage, mask: Uint8Array | undefined): Uint8Array {
  const options = mask ? { mask } : {};
  if (message.type === 'close') return encodeClose(message.code ?? 1000, message.reason, options);
  const payload = message.type === 'text' ? utf8(message.text) : message.bytes;
  return encodeFrame(message.type, payload, options);
}

function textOf(message: WebSocketMessage): string {
  if (message.type === 'text') return message.text;
  return message.type === 'close' ? `${message.code} ${message.reason}` : fromUtf8(message.bytes);
}
