"""Echoes msg as its output, except for the third question, where it does what its argument says."""
import json
import os
import signal
import subprocess
import sys
import time

mode = sys.argv[1]
asked = 0


def say(text):
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def right(question):
    return json.dumps({"id": question["id"], "output": question["msg"]})


def odd(question):
    number, msg = question["id"], question["msg"]
    if mode == "exits":
        sys.exit(0)
    elif mode == "crashes":
        raise ValueError("the third")
    elif mode == "aborts":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif mode == "hangs":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(60)
    elif mode == "junk":
        say("debug: here")
        say(right(question))
    elif mode == "only junk, then on":
        say("debug: here")
    elif mode == "binary":
        sys.stdout.buffer.write(b"\xff\x00\xfe{\n")
        say(right(question))
    elif mode == "deep":
        say('{"id":%d,"output":%s}' % (number, "[" * 200000 + "]" * 200000))
    elif mode == "deep id":
        say('{"id":%s,"output":""}' % ("[" * 200000 + "]" * 200000))
    elif mode == "huge id":
        say('{"id":1e400,"output":""}')
    elif mode == "id as text":
        say('{"id":"%d","output":"%s"}' % (number, msg))
    elif mode == "id before":
        say('{"id":%d,"output":"%s"}' % (number - 1, msg))
    elif mode == "id behind":
        say('{"id":%d,"output":"%s"}' % (number + 1, msg))
    elif mode == "left out":
        pass
    elif mode == "odd digits":
        say('{"id":%d,"output":"abc"}' % number)
    elif mode == "true":
        say('{"id":%d,"output":true}' % number)
    elif mode == "null":
        say('{"id":%d,"output":null}' % number)
    elif mode == "nothing":
        say('{"id":%d}' % number)
    elif mode == "no steps":
        say('{"id":%d,"output":"%s","steps":[1]}' % (number, msg))
    elif mode == "many steps":
        say(json.dumps({"id": number, "output": msg, "steps": [{"id": "a", "value": "b"}] * 20001}))
    elif mode == "flood":
        for _ in range(100):
            sys.stdout.write("x" * 1_000_000)
    elif mode == "flood of lines":
        for _ in range(100):
            sys.stdout.write("x\n" * 500_000)
    elif mode == "flood of JSON":
        say('{"id":%d,"output":"%s"}' % (number, "00" * 50_000_000))
    elif mode == "closes its output":
        os.close(1)
        time.sleep(60)
    # Not wrong, only odd:
    elif mode == "twice":
        say(right(question))
        say(right(question))
    elif mode == "upper":
        say('{"output":"%s","id":0,"id":%d,"other":[]}' % (msg.upper(), number))
    elif mode == "later first":
        return number
    elif mode == "blank lines":
        say("\n \r\n" + right(question) + "\r")
    elif mode == "errors":
        sys.stderr.write("e" * 20_000_000)
        say(right(question))
    elif mode == "child holds output":
        subprocess.Popen(["sleep", "60"])
        say(right(question))


kept = None
for line in sys.stdin:
    question = json.loads(line)
    asked += 1
    if question["msg"] == "03ab":
        kept = question if odd(question) else None
    else:
        say(right(question))
        if kept:
            say(right(kept))
            kept = None
