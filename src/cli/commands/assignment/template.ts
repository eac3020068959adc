/** The files of an assignment that is still to be written: it works at once, with XOR in the place of what is to be taught. */
import type { Session } from '../../session.ts';

/** By file. `name` is the assignment's own. */
export function templateFiles(session: Session, name: string): (readonly [name: string, text: string])[] {
  return [
    ['assignment.yaml', session.say('assignment.template.yaml', { name })],
    ['README.md', session.say('assignment.template.readme', { name, ...LINES })],
    ['starter.py', STARTER],
  ];
}

const LINES = {
  question: '{"id":1,"op":"xor","key":"0102","msg":"616263"}',
  answer: '{"id":1,"output":"606062"}',
  refusal: '{"id":1,"error":"…"}',
  skip: '{"id":1,"skip":"…"}',
};

const STARTER = `"""A line in, a line out, both JSON; bytes are hex. Run: crypto grade assignment.yaml --exec "python3 starter.py" """
import json
import sys


def xor(key, msg):
    """Each byte of msg with the byte of the key at its place; a short key is repeated."""
    raise NotImplementedError


def answer_to(request):
    if request["op"] != "xor":
        return {"skip": "does not do " + request["op"]}
    try:
        output = xor(bytes.fromhex(request["key"]), bytes.fromhex(request["msg"]))
    except NotImplementedError:
        return {"skip": "not written yet"}
    return {"output": bytes(output).hex()}


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer_to(request)}), flush=True)
`;
