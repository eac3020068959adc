"""Certificate chains (RFC 5280, 6): is the leaf to be believed? Write what says NotWritten.

    crypto grade assignment.yaml --exec "python3 starter.py"

Reading certificates and checking one signature may come from the package cryptography
(pip install cryptography); its x509.verification may not, nor the module ssl.
"""
import json
import sys
from datetime import datetime


def load(pem):
    """A certificate as the package cryptography has it."""
    from cryptography import x509

    return x509.load_pem_x509_certificate(pem.encode())


def is_signed_by(certificate, issuer):
    """6.1.3 (a) (1) and (4): it names this issuer, and the signature fits the issuer's key."""
    raise NotWritten("is_signed_by")


def is_in_date(certificate, at):
    """6.1.3 (a) (2): at is a datetime with a time zone."""
    raise NotWritten("is_in_date")


def is_strong(certificate):
    """Neither signed with MD5 or SHA-1, nor with an RSA key below 1024 bits."""
    raise NotWritten("is_strong")


def has_known_extensions(certificate):
    """6.1.4 (o) and 6.1.5 (f): none is critical that this program does not handle."""
    raise NotWritten("has_known_extensions")


def may_issue(certificate, cas_below):
    """6.1.4 (k) to (n): a CA (basicConstraints), pathLenConstraint, keyUsage with keyCertSign."""
    raise NotWritten("may_issue")


def permits_names(certificate, below):
    """6.1.3 (b) and (c): the name constraints of a CA, for the certificates below it."""
    raise NotWritten("permits_names")


def fits_purpose(certificate, purpose):
    """keyUsage and extKeyUsage (4.2.1.3, 4.2.1.12) allow what it is used for: "server" or "client"."""
    raise NotWritten("fits_purpose")


def is_for_host(certificate, host):
    """RFC 9525, 6: subjectAltName only; a wildcard stands for the whole first label."""
    raise NotWritten("is_for_host")


def find_chains(leaf, intermediates, anchors):
    """Every chain from the leaf over intermediates to an anchor, by the names of issuers."""
    raise NotWritten("find_chains")


def verify(leaf, intermediates, anchors, at, host, purpose):
    """True if some chain passes every check. A certificate that cannot be read is not believed."""
    raise NotWritten("verify")


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


OPERATIONS = {
    "certificate-verify": lambda r: verify(
        r["leaf"], r["intermediates"], r["anchors"], moment(r["at"]), r.get("host"), r.get("purpose", "server")
    ),
}


# The protocol: works as it is. See docs/programs.md of the toolkit.


class NotWritten(Exception):
    """Something is still to be written: the question is skipped, and scores nothing."""


class Refused(Exception):
    """The input is not valid. Say so with: raise Refused("why")."""


steps = []


def step(name, value):
    """Reports a value on the way, if you like: the grader can then name the first wrong one."""
    if len(steps) < 2000:
        steps.append({"id": name, "value": bytes(value).hex()})


def data(request, name):
    return bytes.fromhex(request[name])


def answer_to(request):
    operation = OPERATIONS.get(request["op"])
    if operation is None:
        return {"skip": "does not do " + request["op"]}
    steps.clear()
    try:
        output = operation(request)
    except NotWritten as what:
        return {"skip": f"{what} is not written yet"}
    except Refused as why:
        return {"error": str(why)}
    answer = {"output": output if isinstance(output, bool) else bytes(output).hex()}
    if steps:
        answer["steps"] = steps
    return answer


if __name__ == "__main__":
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps({"id": request["id"], **answer_to(request)}), flush=True)
