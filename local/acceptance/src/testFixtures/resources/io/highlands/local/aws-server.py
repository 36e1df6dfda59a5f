# SPDX-License-Identifier: Apache-2.0
"""The AWS CLI in one interpreter: starting it costs a second each time, a fork of one that has loaded it a few milliseconds.

Each connection of the socket in the current folder is a command: three file descriptors for the standard streams, and the
arguments, the working folder and the environment. The answer is the exit code. It ends with its standard input.
"""
import gc
import json
import os
import signal
import socket
import sys
import traceback

before = dict(os.environ)
import awscli.clidriver  # noqa: E402

# Where its data is, which it says by variables
IMPORTED = {name: value for name, value in os.environ.items() if before.get(name) != value}


def run(request, streams):
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for target, stream in enumerate(streams):
        os.dup2(stream, target)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, mode) for number, mode in ((0, "r"), (1, "w"), (2, "w")))
    os.environ.clear()
    os.environ.update(request["environment"] | IMPORTED)
    os.chdir(request["folder"])
    sys.argv = ["aws", *request["arguments"]]
    try:
        code = awscli.clidriver.main()
    except SystemExit as end:
        code = end.code
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    return code or 0


def serve(listener):
    while True:
        connection, _ = listener.accept()
        first, streams, _, _ = socket.recv_fds(connection, 1 << 20, 3)
        while not first.endswith(b"\n"):
            first += connection.recv(1 << 20)
        if os.fork() == 0:
            listener.close()
            code = 255
            try:
                code = run(json.loads(first), streams)
            except BaseException:
                traceback.print_exc()
            finally:
                connection.send(bytes([code]))
                os._exit(code)
        connection.close()
        for stream in streams:
            os.close(stream)


if __name__ == "__main__":
    os.setsid()
    awscli.clidriver.create_clidriver()
    # A fork that collects would copy the pages of all that is loaded, for a third of a command's time (gc.freeze, Python's
    # documentation); no command lives long enough to need it.
    gc.disable()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    server = socket.socket(socket.AF_UNIX)
    server.bind("socket")
    server.listen(16)
    print("ready", flush=True)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if os.fork() == 0:
        serve(server)
    sys.stdin.read()
    os.killpg(0, signal.SIGKILL)
