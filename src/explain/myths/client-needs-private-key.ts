/** "The client needs a private key": it draws a fresh secret each time, and shows no certificate, not even where it is asked. */
import { equalConstantTime, utf8 } from '../../bytes/index.ts';
import type { TlsHappening } from '../../tls/index.ts';
import type { Conversation } from '../tls-wire/conversation.ts';
import { evidence, type Myth, mythStep } from './myth.ts';
import { smallConnection } from './small-connection.ts';

const ASKED = utf8('What is your price?');
const ANSWER = utf8('100.');

export const clientNeedsPrivateKey: Myth = {
  name: 'client-needs-private-key',
  said: 'myth.client-needs-private-key.said',
  truth: 'myth.client-needs-private-key.truth',
  better: 'myth.client-needs-private-key.better',
  run(random) {
    const stream = random.substream('myth.client-needs-private-key');
    const talk = (name: string, requestCertificate = false) =>
      smallConnection(random, {
        draw: stream.substream(name),
        request: [ASKED],
        answer: [ANSWER],
        server: { requestCertificate },
      });
    // The client has a root, and nothing else: there is no room for a key in what it is set to.
    const [first, second, asked] = [talk('first'), talk('second'), talk('asked', true)];
    const secrets = [first, second].map(premasterOf);
    const fresh = !equalConstantTime(secrets[0]!, secrets[1]!);
    return evidence(
      'client-needs-private-key',
      [
        wentWell(first)
          ? mythStep('talk', 'myth.client-needs-private-key.step.talk', {
              messages: first.passed.filter(({ from }) => from === 'client').length,
              certificates: shownBy(first),
              plaintext: first.sides.client.read,
            })
          : mythStep('talk', 'myth.client-needs-private-key.step.broken', {}),
        mythStep(
          'secret',
          fresh ? 'myth.client-needs-private-key.step.fresh' : 'myth.client-needs-private-key.step.same',
          { premaster: secrets[0]!, nextPremaster: secrets[1]! },
        ),
        wentWell(asked)
          ? mythStep('asked', 'myth.client-needs-private-key.step.asked', {
              requests: asked.passed.filter(({ label }) => label === 'CertificateRequest').length,
              certificates: shownBy(asked),
            })
          : mythStep('asked', 'myth.client-needs-private-key.step.broken', {}),
      ],
      [
        { claim: 'myth.client-needs-private-key.claim.without', holds: !wentWell(first) },
        { claim: 'myth.client-needs-private-key.claim.shows', holds: shownBy(first) > 0 },
        { claim: 'myth.client-needs-private-key.claim.kept', holds: !fresh },
        { claim: 'myth.client-needs-private-key.claim.asked', holds: !wentWell(asked) },
      ],
    );
  },
};

function wentWell({ sides: { client, server } }: Conversation): boolean {
  return equalConstantTime(server.read, ASKED) && equalConstantTime(client.read, ANSWER);
}

/** Certificates that the client has sent. */
function shownBy({ sides: { client } }: Conversation): number {
  const lists = client.happened.map((each) =>
    each.what === 'message' && each.direction === 'sent' && each.message.type === 'certificate'
      ? each.message.certificateList.length
      : 0,
  );
  return lists.reduce((sum, length) => sum + length, 0);
}

function premasterOf({ sides: { client } }: Conversation): Uint8Array {
  const premaster = client.happened.find(
    (each): each is Extract<TlsHappening, { what: 'premaster' }> => each.what === 'premaster',
  );
  return premaster?.premasterSecret ?? new Uint8Array(0);
}
