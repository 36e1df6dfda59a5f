# SPDX-License-Identifier: Apache-2.0
"""Runs AWS CLI commands in children of one interpreter that has loaded the CLI, as starting it costs a second each.

In: a JSON list of argument lists. Out: a JSON list of what each command printed.
"""
import contextlib
import io
import json
import multiprocessing
import sys

import awscli.clidriver


def said(arguments):
    sys.argv = ["aws", *arguments]
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            awscli.clidriver.main()
        except SystemExit:
            pass
    return out.buffer.getvalue().decode()


if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        print(json.dumps(pool.map(said, json.load(sys.stdin), chunksize=1)))
