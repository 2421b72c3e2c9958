"""What a power cut leaves of an output: images of a small ext4 disk, taken while builds run and after they end.

    power_cut.py PROGRAM CORPUS EDITION

Before them a writer that syncs nothing loses files, or the images would prove nothing; beside them the order of the calls that the program makes,
and builds over an overlay.
"""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SKIPPED = 77
SIZE = 256 * 1024 * 1024
# ext4 writes its journal every five seconds, and data of new files up to thirty seconds later: between lies the danger.
AFTER = [0, 1, 7, 11]


class Disk:
    """An ext4 in a file, mounted through a loop device."""

    def __init__(self, folder):
        self.image, self.mount = folder / "disk.img", folder / "disk"
        self.mount.mkdir()
        with open(self.image, "wb") as file:
            file.truncate(SIZE)
        subprocess.run(["mkfs.ext4", "-q", self.image], check=True)
        mounted = subprocess.run(["mount", "-o", "loop", self.image, self.mount], capture_output=True, text=True)
        if mounted.returncode != 0:
            print(f"NOT checked: no disk image can be mounted here ({mounted.stderr.strip()})")
            sys.exit(SKIPPED)
        found = subprocess.run(["findmnt", "-no", "SOURCE", self.mount], capture_output=True, text=True, check=True)
        self.stat = Path("/sys/block") / Path(found.stdout.strip()).name / "stat"

    def close(self):
        subprocess.run(["umount", "-l", self.mount], check=False)

    def written(self):
        """Writes completed and requests in flight."""
        fields = self.stat.read_text().split()
        return fields[4], fields[8]

    def copy(self, to):
        """The disk as a power cut would leave it: nothing reaches it while it is copied, or the copy is taken again."""
        for _ in range(50):
            before = self.written()
            subprocess.run(["cp", "--sparse=always", self.image, to], check=True)
            if before[1] == "0" and before == self.written():
                return
            time.sleep(0.01)
        raise SystemExit("  the disk was never still for as long as a copy takes")


def look(image, inspect):
    """Mounts a copy, which repairs it from its journal as after a power cut, and looks at it."""
    mount = image.with_suffix(".mnt")
    mount.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", "loop", image, mount], check=True)
    try:
        return inspect(mount)
    finally:
        subprocess.run(["umount", mount], check=True)
        image.unlink()


def faults(folder):
    """Why an output is not whole; nothing where it is."""
    try:
        manifest = json.loads((folder / "manifest.json").read_bytes())
    except (OSError, ValueError) as error:
        return [f"manifest.json: {error}"]
    wrong = []
    for file in manifest["files"]:
        try:
            content = (folder / file["path"]).read_bytes()
        except OSError as error:
            wrong.append(f"{file['path']}: {error}")
            continue
        if hashlib.sha256(content).hexdigest() != file["sha256"]:
            wrong.append(f"{file['path']}: {len(content)} of {file['bytes']} bytes")
    return wrong


def build(program, corpus, output, day):
    command = [program, "build", "--only", "html,json", "--corpus", corpus, "--output", output, "--as-of", day]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def images(program, corpus, edition):
    folder = Path(tempfile.mkdtemp(prefix="power-cut-"))
    disk = Disk(folder)
    lost, taken = [], 0
    try:
        output = disk.mount / "output"
        first = build(program, corpus, output, "2026-01-01")
        assert first.wait() == 0, first.stderr.read().decode()
        subprocess.run(["sync", "-f", disk.mount], check=True)
        for day in ["2026-02-01", "2026-03-01"]:
            running, copies = build(program, corpus, output, day), []
            while running.poll() is None:
                # The program rests while the copy is taken.
                running.send_signal(signal.SIGSTOP)
                copy = folder / f"{day}-{len(copies)}.img"
                disk.copy(copy)
                copies.append((f"during the build of {day}", copy))
                running.send_signal(signal.SIGCONT)
                time.sleep(0.01)
            assert running.returncode == 0, running.stderr.read().decode()
            ended = time.monotonic()
            for seconds in AFTER:
                time.sleep(max(0, ended + seconds - time.monotonic()))
                copy = folder / f"{day}-after-{seconds}.img"
                disk.copy(copy)
                copies.append((f"{seconds} s after the build of {day}", copy))
            for when, copy in copies:
                wrong = look(copy, lambda mount: faults(mount / "output" / edition))
                taken += 1
                if wrong:
                    lost.append(f"{when}: {len(wrong)} files lost, {wrong[0]}")
            subprocess.run(["sync", "-f", disk.mount], check=True)
    finally:
        disk.close()
        shutil.rmtree(folder, ignore_errors=True)
    for line in lost:
        print(f"  {line}")
    print(f"{taken} images of the disk, {len(lost)} of them without a whole output")
    return not lost


# What strace writes of a call: `1234  renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_EXCHANGE) = 0`.
CALL = re.compile(r"^\d+\s+(?P<name>\w+)\((?P<arguments>.*)\)\s+= (?P<result>-?\d+)")


def order(program, corpus, edition):
    """Every file before the sync, the sync before the exchange, the names before anything is deleted."""
    folder = Path(tempfile.mkdtemp(prefix="power-cut-"))
    try:
        output = folder / "output"
        first = build(program, corpus, output, "2026-01-01")
        assert first.wait() == 0, first.stderr.read().decode()
        log = folder / "calls"
        watched = "trace=openat,syncfs,fsync,renameat2,unlink,unlinkat,rmdir"
        command = ["strace", "-f", "-y", "-s", "400", "-e", watched, "-o", log, program, "build", "--only", "html,json"]
        command += ["--corpus", corpus, "--output", output, "--as-of", "2026-02-01"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        calls = [found for line in log.read_text().splitlines() if (found := CALL.match(line))]
        def numbers(name, *words):
            return [number for number, call in enumerate(calls)
                    if call["name"] == name and call["result"] != "-1" and all(word in call["arguments"] for word in words)]
        beside = f"/.{edition}.new"
        written = numbers("openat", beside, "O_CREAT")
        synced = numbers("syncfs", beside)
        exchanged = numbers("renameat2", beside, "RENAME_EXCHANGE")
        named = [number for number in numbers("fsync", f"{output}>") if exchanged and number > exchanged[0]]
        deleted = [number for name in ("unlink", "unlinkat") for number in numbers(name, beside)]
        deleted = [number for number in deleted if exchanged and number > exchanged[0]]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    steps = [max(written, default=None), *synced[:1], *exchanged[:1], *named[:1], min(deleted, default=None)]
    names = ["the last file written", "synced", "exchanged", "names synced", "the first file deleted"]
    if len(steps) != len(names) or None in steps or steps != sorted(steps):
        print(f"  not in the order {names}: calls {steps}; {len(written)} written, {len(deleted)} deleted")
        return False
    print(f"{len(written)} files written, then synced, exchanged, names synced, {len(deleted)} deleted")
    return True


def overlay(program, corpus, edition):
    """A former output in the lower layer of an overlay, as in a container: it cannot be moved, only copied."""
    folder = Path(tempfile.mkdtemp(prefix="power-cut-"))
    lower, layers, merged = folder / "lower", folder / "layers", folder / "merged"
    for place in (lower, layers, merged):
        place.mkdir()
    try:
        first = build(program, corpus, lower / "output", "2026-01-01")
        assert first.wait() == 0, first.stderr.read().decode()
        subprocess.run(["mount", "-t", "tmpfs", "none", layers], check=True)
        (layers / "upper").mkdir()
        (layers / "work").mkdir()
        options = f"lowerdir={lower},upperdir={layers}/upper,workdir={layers}/work"
        mounted = subprocess.run(["mount", "-t", "overlay", "overlay", "-o", options, merged], capture_output=True, text=True)
        if mounted.returncode != 0:
            print(f"NOT checked: no overlay can be mounted here ({mounted.stderr.strip()})")
            sys.exit(SKIPPED)
        wrong = []
        for day in ["2026-02-01", "2026-03-01"]:
            again = build(program, corpus, merged / "output", day)
            if again.wait() != 0:
                wrong.append(again.stderr.read().decode())
            wrong += faults(merged / "output" / edition)
        left = sorted(entry.name for entry in (merged / "output").iterdir() if entry.name.startswith(f".{edition}."))
        wrong += [f"{name} is left" for name in left]
    finally:
        for place in (merged, layers):
            subprocess.run(["umount", "-l", place], check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)
    for line in wrong[:10]:
        print(f"  {line}")
    print(f"two builds over the lower layer of an overlay, {len(wrong)} faults")
    return not wrong


def control(*_):
    """Writes and exchanges folders without any sync, as programs do that trust the cache."""
    folder = Path(tempfile.mkdtemp(prefix="power-cut-"))
    disk = Disk(folder)
    try:
        def write(name, text):
            place = disk.mount / name
            place.mkdir()
            files = []
            for number in range(20):
                content = (text * 1000).encode()
                (place / f"{number}.html").write_bytes(content)
                files.append({"path": f"{number}.html", "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()})
            (place / "manifest.json").write_text(json.dumps({"files": files}))
        write("a", "cu")
        subprocess.run(["sync", "-f", disk.mount], check=True)
        write("b", "moi")
        os.rename(disk.mount / "a", disk.mount / "c")
        os.rename(disk.mount / "b", disk.mount / "a")
        shutil.rmtree(disk.mount / "c")
        time.sleep(9)
        copy = folder / "copy.img"
        disk.copy(copy)
        wrong = look(copy, lambda mount: faults(mount / "a"))
    finally:
        disk.close()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"a writer that syncs nothing: {len(wrong)} of 21 files lost")
    return bool(wrong)


def main(arguments):
    program, corpus, edition = arguments
    program, corpus = str(Path(program).resolve()), str(Path(corpus).resolve())
    checks = [control, order, overlay, images]
    return all([check(program, corpus, edition) for check in checks])


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)
