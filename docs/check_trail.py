#!/usr/bin/env python3
"""Checks a downloaded trail: python3 check_trail.py trail.ndjson [an-older-download.ndjson]

Needs Python 3.8 and the openssl command (3.0 or newer), nothing of Quen's. docs/audit.md has the form.
"""
import base64, hashlib, json, os, subprocess, sys, tempfile

MEMBERS = ("seq at actorKind actorId actorName behalfKind behalfId behalfName act recordType recordId"
           " customerId changes why address client").split()
problems = []

def digest(previous, entry):
    sha = hashlib.sha256(previous)
    for member in MEMBERS:
        text = None if entry[member] is None else str(entry[member]).encode("utf-8")
        sha.update(b"-\n" if text is None else b"%d:%b\n" % (len(text), text))
    return sha.digest()

def signed(key, text, signature):
    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, name) for name in ("key", "text", "signature")]
        for path, content in zip(files, (key.encode(), text.encode(), signature)):
            with open(path, "wb") as file:
                file.write(content)
        return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", files[0], "-rawin",
                               "-in", files[1], "-sigfile", files[2]], capture_output=True).returncode == 0

def read(path):
    """Heading, the hash of each entry as it is worked out here, checkpoints, and the later keys."""
    with open(path, encoding="utf-8") as lines:
        heading, hashes, checkpoints, keys = json.loads(next(lines)), {}, [], []
        previous = hashlib.sha256(("quen-trail-1\n" + heading["workspace"]).encode()).digest()
        for line in map(json.loads, lines):
            if line["type"] != "entry":
                (checkpoints if line["type"] == "checkpoint" else keys).append(line)
                continue
            seq, expected = line["seq"], len(hashes) + 1
            if seq != expected:
                sys.exit(f"{path}: entry {expected} is missing: {seq} comes in its place")
            if line["previousHash"] != previous.hex():
                problems.append(f"entry {seq} does not follow the one before it")
            previous = digest(bytes.fromhex(line["previousHash"]), line)
            if line["hash"] != previous.hex():
                problems.append(f"entry {seq} does not say what it said when it was hashed")
            hashes[seq] = previous.hex()
    return heading, hashes, checkpoints, keys

heading, hashes, checkpoints, keys = read(sys.argv[1])
history = [(0, heading["publicKey"])]  # after which entry which key seals
for k in keys:
    text = (f"quen-trail-key-1\nworkspace {heading['workspace']}\nnumber {k['number']}\nafter {k['after']}\n"
            f"at {k['at']}\nkey {k['publicKey'].splitlines()[1]}\n")
    if k["number"] != len(history) + 1 or k["after"] < history[-1][0] or not signed(
            history[-1][1], text, base64.b64decode(k["signature"])):
        problems.append(f"the key number {k['number']} was not vouched for by the one before it")
    history.append((k["after"], k["publicKey"]))
for c in checkpoints:
    text = (f"quen-trail-checkpoint-1\nworkspace {heading['workspace']}\nseq {c['seq']}\n"
            f"hash {c['hash']}\nat {c['at']}\n")
    key = [key for after, key in history if after < c["seq"]][-1]
    if not signed(key, text, base64.b64decode(c["signature"])):
        problems.append(f"the checkpoint of entry {c['seq']} is not signed with the key")
older, _, held, _ = read(sys.argv[2]) if len(sys.argv) > 2 else (heading, None, [], [])
if (older["workspace"], older["publicKey"]) != (heading["workspace"], heading["publicKey"]):
    problems.append("the older download is of another workspace or was signed with another key")
for c in checkpoints + held:
    if hashes.get(c["seq"]) != c["hash"]:
        problems.append(f"the checkpoint of {c['at']} vouches for another trail up to entry {c['seq']}"
                        if c["seq"] in hashes else f"the trail is cut: it came to entry {c['seq']} once")
if len(hashes) > max((c["seq"] for c in checkpoints), default=0):
    problems.append("no checkpoint vouches for the last entries")
print("\n".join(problems) or f"whole: {len(hashes)} entries of workspace {heading['workspace']}")
sys.exit(1 if problems else 0)
