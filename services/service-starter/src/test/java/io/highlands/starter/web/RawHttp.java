// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Requests that no well-behaved client would send.
 */
final class RawHttp {

    private RawHttp() {
    }

    static String get(String url, String target) throws IOException {
        URI uri = URI.create(url);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET %s HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n"
                    .formatted(target).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
