/** A TLS connection to the owner of the small chain, in memory, for the myths about TLS. */
import type { PrivateKey } from '../../keys/index.ts';
import type { RandomSource } from '../../random/index.ts';
import type { ClientConfig, ServerConfig } from '../../tls/index.ts';
import { type Conversation, type ConversationPlan, converse } from '../tls-wire/conversation.ts';
import { AT, HOST, smallChain } from './small-chain.ts';

export interface SmallConnection extends Pick<ConversationPlan, 'request' | 'answer' | 'meddle'> {
  /** What is drawn on both sides. */
  readonly draw: RandomSource;
  readonly client?: Partial<ClientConfig>;
  readonly server?: Partial<ServerConfig>;
}

/** `random` is that of all myths: the chain is the same. */
export function smallConnection(
  random: RandomSource,
  { draw, client, server, ...said }: SmallConnection,
): Conversation {
  const { root, owner, certify } = smallChain(random);
  const privateKey: PrivateKey = { algorithm: 'rsa', rsa: owner };
  return converse({
    client: { anchors: [root], host: HOST, at: AT, random: draw, ...client },
    server: { certificates: [certify(2n)], privateKey, random: draw, ...server },
    ...said,
  });
}
