/** What happened on a connection, step by step, without any secret: for the page that shows it, and for errors that say where. */
import { extensionType, type HandshakeMessage, MESSAGE_NAMES, type TlsHappening } from '../../tls/index.ts';

/** A handshake has a dozen; whoever sends more is not worth remembering. */
const MOST_STEPS = 40;
/** Suites and extensions of a hello: a stranger's may have tens of thousands, and is kept as long as its connection. */
const MOST_OFFERS = 100;

export interface Step {
  readonly direction: 'sent' | 'received';
  /** As the standard writes it: `ClientHello`, `ChangeCipherSpec`, `Alert close_notify`. */
  readonly name: string;
  /** Of the message, in bytes; its record has five more and, where it is protected, others. */
  readonly length: number;
}

/** What a client offered, as numbers; of very many, the first. */
export interface Offer {
  readonly suites: readonly number[];
  readonly extensions: readonly number[];
}

type ClientHello = Extract<HandshakeMessage, { type: 'client_hello' }>;
type ServerHello = Extract<HandshakeMessage, { type: 'server_hello' }>;

export interface Steps {
  /** For `observe` of a connection's configuration. */
  readonly observe: (happening: TlsHappening) => void;
  readonly all: readonly Step[];
  readonly last: Step | undefined;
  readonly offer: Offer | undefined;
  readonly serverHello: ServerHello | undefined;
  /** A second handshake was asked for, and refused. */
  readonly refused: boolean;
  /** Records of application data so far. */
  readonly records: { readonly sent: number; readonly received: number };
}

export function watchSteps(): Steps {
  const all: Step[] = [];
  let last: Step | undefined;
  let offer: Offer | undefined;
  let serverHello: ServerHello | undefined;
  let refused = false;
  const records = { sent: 0, received: 0 };
  const add = (step: Step) => {
    last = step;
    if (all.length < MOST_STEPS) all.push(step);
  };
  return {
    all,
    records,
    get last() {
      return last;
    },
    get offer() {
      return offer;
    },
    get refused() {
      return refused;
    },
    get serverHello() {
      return serverHello;
    },
    observe(happening) {
      if (happening.what === 'message') {
        const { direction, message, bytes } = happening;
        // A second ClientHello is refused; the first is the one that counts.
        if (message.type === 'client_hello') offer ??= offerOf(message);
        if (message.type === 'server_hello') serverHello ??= message;
        add({ direction, name: stepName(message), length: bytes.length });
      } else if (happening.what === 'change-cipher-spec') {
        add({ direction: happening.direction, name: 'ChangeCipherSpec', length: 1 });
      } else if (happening.what === 'alert' && happening.direction === 'sent') {
        refused ||= happening.alert === 'no_renegotiation';
      } else if (happening.what === 'record' && happening.type === 'application_data') {
        records[happening.direction]++;
      }
    },
  };
}

function offerOf({ cipherSuites, extensions }: ClientHello): Offer {
  return {
    suites: cipherSuites.slice(0, MOST_OFFERS),
    extensions: extensions.slice(0, MOST_OFFERS).map(extensionType),
  };
}

/** `client_key_exchange` as `ClientKeyExchange`. */
function stepName(message: HandshakeMessage): string {
  return message.type === 'unknown' ? `HandshakeType ${message.number}` : MESSAGE_NAMES[message.type];
}
