"""Prints 100 MB before it answers."""
import sys

from aes import right, serve


def answer(key, msg):
    for _ in range(100):
        sys.stdout.write("x" * 1_000_000)
    return right(key, msg)


serve(answer)
