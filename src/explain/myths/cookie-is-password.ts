/** "The cookie sends your password back": it sends a number that the server drew when you logged in. */
import { toBase64, toHex, utf8 } from '../../bytes/index.ts';
import { md5, sha1, sha256 } from '../../hash/index.ts';
import { encodeRequest } from '../../net/http/encode.ts';
import { PASSWORD, runWeb, type WebLesson } from '../net/web.ts';
import { evidence, type Myth, mythStep } from './myth.ts';

export const cookieIsPassword: Myth = {
  name: 'cookie-is-password',
  said: 'myth.cookie-is-password.said',
  truth: 'myth.cookie-is-password.truth',
  better: 'myth.cookie-is-password.better',
  run(random) {
    const stream = random.substream('myth.cookie-is-password');
    const first = runWeb({ random: stream.substream('first') });
    const second = runWeb({ random: stream.substream('second') });
    const [one, two] = [first.cookie ?? '', second.cookie ?? ''];
    const sent = requestsWithPassword(first);
    const password = utf8(PASSWORD);
    const forms = [
      PASSWORD,
      toHex(password),
      toBase64(password),
      ...[md5, sha1, sha256].map((hash) => toHex(hash(password)).slice(0, one.length)),
    ];
    const found = forms.filter((form) => one.includes(form)).length;
    return evidence(
      'cookie-is-password',
      [
        mythStep('log-in', 'myth.cookie-is-password.step.logIn', { requests: first.exchanges.length, sent }),
        mythStep('search', 'myth.cookie-is-password.step.search', {
          forms: forms.length,
          found,
          cookie: utf8(one),
        }),
        mythStep('again', 'myth.cookie-is-password.step.again', { cookie: utf8(two) }, 'RFC 6265, 8.4'),
      ],
      [
        { claim: 'myth.cookie-is-password.claim.each', holds: sent !== 1 },
        { claim: 'myth.cookie-is-password.claim.inside', holds: found > 0 },
        { claim: 'myth.cookie-is-password.claim.same', holds: one === two },
      ],
    );
  },
};

function requestsWithPassword({ exchanges }: WebLesson): number {
  const text = (bytes: Uint8Array) => String.fromCharCode(...bytes);
  return exchanges.filter(({ request }) => text(encodeRequest(request)).includes(PASSWORD)).length;
}
