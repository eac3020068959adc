"""Looks for the course key, and for answers, and tells what it finds."""
import glob
import os

from aes import serve

KEY = open("key-path.txt").read().strip()


def look():
    found = []
    parent = os.getppid()
    while parent > 1:
        places = [f"/proc/{parent}/environ", f"/proc/{parent}/mem", *glob.glob(f"/proc/{parent}/fd/*")]
        # The shell that started this is ours anyway.
        for place in places if os.stat(f"/proc/{parent}").st_uid != os.getuid() else []:
            try:
                open(place, "rb").close()
                found.append(place)
            except OSError:
                pass
        try:
            command = open(f"/proc/{parent}/cmdline").read()
            if "c0ffee" in command:
                found.append("arguments")
            parent = int(open(f"/proc/{parent}/stat").read().rsplit(")", 1)[1].split()[1])
        except OSError:
            break
    if any("c0ffee" in value for value in os.environ.values()):
        found.append("environment")
    for path in [KEY, os.path.join(os.path.dirname(KEY), "hidden.json"), "course.key", "hidden.json"]:
        try:
            open(path, "rb").close()
            found.append(path)
        except OSError:
            pass
    for fd in range(3, 64):
        try:
            os.fstat(fd)
            found.append(f"descriptor {fd}")
        except OSError:
            pass
    return found


serve(lambda key, msg: {"error": "found: " + ", ".join(look())})
