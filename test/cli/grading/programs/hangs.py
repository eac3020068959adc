"""Answers twice, then never again."""
import time

from aes import right, serve

asked = 0


def answer(key, msg):
    global asked
    asked += 1
    if asked > 2:
        time.sleep(1000)
    return right(key, msg)


serve(answer)
