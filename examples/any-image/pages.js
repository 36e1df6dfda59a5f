// SPDX-License-Identifier: Apache-2.0
// A program that knows nothing of Highlands: it listens on PORT, and responds what the service says that it calls.
"use strict";

const http = require("node:http");

const upstream = process.env.NOTES_URL ? `${process.env.NOTES_URL}/notes` : `${process.env.SERVICE_C_URL}/time`;
const path = process.env.NOTES_URL ? "/pages" : "/notes";

let ending = false;

const respond = (response, status, body) => {
  response.writeHead(status, { "content-type": "application/json", ...(ending && { connection: "close" }) });
  response.end(JSON.stringify(body));
};

const server = http.createServer(async (request, response) => {
  if (request.url === "/up") {
    respond(response, 200, { up: true });
  } else if (request.url !== path) {
    respond(response, 404, { title: "Not Found" });
  } else {
    try {
      const found = await fetch(upstream, { signal: AbortSignal.timeout(5000) });
      respond(response, found.ok ? 200 : 502, { [path.slice(1)]: await found.json() });
    } catch (error) {
      console.error(`${upstream}: ${error.cause ?? error}`);
      respond(response, 502, { title: "Bad Gateway" });
    }
  }
});

// Envoy sends requests on a connection that was idle for up to an hour; the server closes none before
server.keepAliveTimeout = 3_660_000;
process.on("SIGTERM", () => {
  ending = true;
  server.close(() => process.exit(0));
});
server.listen(Number(process.env.PORT), () => console.log(`listening on ${process.env.PORT}`));
