"""Ends at every third question."""
from aes import right, serve

asked = 0


def answer(key, msg):
    global asked
    asked += 1
    if asked == 3:
        raise ValueError("the third")
    return right(key, msg)


serve(answer)
