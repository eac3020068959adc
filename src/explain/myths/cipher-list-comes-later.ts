/** "The cipher list comes after the certificate": it is in the very first message, and the choice is made before it comes. */
import { utf8 } from '../../bytes/index.ts';
import { type HandshakeType, suiteNamed, suiteOfId } from '../../tls/index.ts';
import { type Conversation, messageIn } from '../tls-wire/conversation.ts';
import { evidence, type Myth, mythStep } from './myth.ts';
import { smallConnection } from './small-connection.ts';

const SAID = { request: [utf8('What is your price?')], answer: [utf8('100.')] };

export const cipherListComesLater: Myth = {
  name: 'cipher-list-comes-later',
  said: 'myth.cipher-list-comes-later.said',
  truth: 'myth.cipher-list-comes-later.truth',
  better: 'myth.cipher-list-comes-later.better',
  run(random) {
    const stream = random.substream('myth.cipher-list-comes-later');
    const told = smallConnection(random, { ...SAID, draw: stream.substream('talk') });
    const place = (type: HandshakeType) =>
      told.passed.findIndex((passed) => !passed.isProtected && messageIn(passed)?.type === type) + 1;
    const [list, choice, certificate] = [place('client_hello'), place('server_hello'), place('certificate')];

    // Another list, and nothing else: the same certificate, another choice.
    const shorter = [suiteNamed('TLS_RSA_WITH_AES_128_CBC_SHA')];
    const other = smallConnection(random, {
      ...SAID,
      draw: stream.substream('talk'),
      client: { suites: shorter },
    });

    // The certificate is held back on the way: what has the client by then?
    const held = smallConnection(random, {
      ...SAID,
      draw: stream.substream('talk'),
      meddle: ({ label, record }) => (label === 'Certificate' ? 'cut' : [record]),
    });
    const chosen = choiceIn(held);
    return evidence(
      'cipher-list-comes-later',
      [
        mythStep('order', 'myth.cipher-list-comes-later.step.order', {
          count: offeredIn(told),
          list,
          choice,
          certificate,
        }),
        mythStep('other', 'myth.cipher-list-comes-later.step.other', {
          before: nameOf(choiceIn(told)),
          after: nameOf(choiceIn(other)),
        }),
        chosen === undefined
          ? mythStep('held', 'myth.cipher-list-comes-later.step.unknown', {})
          : mythStep('held', 'myth.cipher-list-comes-later.step.held', { suite: nameOf(chosen) }),
      ],
      [
        { claim: 'myth.cipher-list-comes-later.claim.first', holds: certificate < list },
        { claim: 'myth.cipher-list-comes-later.claim.later', holds: chosen === undefined },
        {
          claim: 'myth.cipher-list-comes-later.claim.depends',
          holds: choiceIn(told) === choiceIn(other),
        },
      ],
    );
  },
};

/** How many suites the server was offered. */
function offeredIn({ sides: { server } }: Conversation): number {
  const hello = server.happened.find(
    (each) => each.what === 'message' && each.message.type === 'client_hello',
  );
  return hello?.what === 'message' && hello.message.type === 'client_hello'
    ? hello.message.cipherSuites.length
    : 0;
}

/** The suite that the client was told. */
function choiceIn({ sides: { client } }: Conversation): number | undefined {
  const hello = client.happened.find(
    (each) => each.what === 'message' && each.message.type === 'server_hello',
  );
  return hello?.what === 'message' && hello.message.type === 'server_hello'
    ? hello.message.cipherSuite
    : undefined;
}

function nameOf(id: number | undefined): string {
  return (id !== undefined && suiteOfId(id)?.name) || '–';
}
