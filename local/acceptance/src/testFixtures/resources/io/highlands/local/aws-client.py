# SPDX-License-Identifier: Apache-2.0
"""Hands its arguments, environment, folder and standard streams to aws-server.py, and ends as the command ends."""
import json
import os
import socket
import sys

request = {"arguments": sys.argv[1:], "environment": dict(os.environ), "folder": os.getcwd()}
os.chdir(os.path.dirname(os.path.abspath(sys.argv[0])))  # the path of a socket has a limit of some hundred bytes
connection = socket.socket(socket.AF_UNIX)
connection.connect("socket")
data = json.dumps(request).encode() + b"\n"
sent = socket.send_fds(connection, [data], [0, 1, 2])
connection.sendall(data[sent:])
code = connection.recv(1)
sys.exit(code[0] if code else 255)
