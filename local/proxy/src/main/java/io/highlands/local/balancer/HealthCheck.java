// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.highlands.local.forward.Origin;

/** One health check of one target, over a connection of its own from the load balancer's address. */
final class HealthCheck {

    private static final int MAX_STATUS_LINE = 256;

    private HealthCheck() {
    }

    /** {@return why the target failed, in AWS's words; empty when it passed} */
    static String run(Target target, TargetGroupOptions options, StatusMatcher matcher, Origin source) {
        int port = options.healthPort() == 0 ? target.port() : options.healthPort();
        long end = System.nanoTime() + options.timeout().toNanos();
        Origin.SourcePort sourcePort = source.next();
        try (Socket socket = new Socket()) {
            socket.bind(source.address());
            sourcePort.bound(socket.getLocalPort());
            socket.connect(target.listener(port), left(end));
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request(options.path(), target.address() + ":" + port));
            int status = status(socket, end);
            return matcher.matches(status)
                    ? ""
                    : "Target.ResponseCodeMismatch: Health checks failed with these codes: [" + status + "]";
        } catch (SocketTimeoutException e) {
            return "Target.Timeout: Request timed out";
        } catch (ConnectException e) {
            return "Target.FailedHealthChecks: Health checks failed: connection refused";
        } catch (SocketException | EOFException e) {
            return "Target.FailedHealthChecks: Health checks failed: the connection was closed without an answer";
        } catch (IOException e) {
            return "Target.FailedHealthChecks: Health checks failed: " + e.getMessage();
        } finally {
            sourcePort.closed();
        }
    }

    private static byte[] request(String path, String host) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nConnection: close\r\nUser-Agent: ELB-HealthChecker/2.0\r\nAccept-Encoding: gzip, compressed\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int status(Socket socket, long end) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        while (line.length() < MAX_STATUS_LINE) {
            socket.setSoTimeout(left(end));
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            if (next == '\n') {
                break;
            }
            line.append((char) next);
        }
        String[] words = line.toString().trim().split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-9][0-9]{2}")) {
            throw new IOException("not an HTTP answer");
        }
        return Integer.parseInt(words[1]);
    }

    private static int left(long end) throws SocketTimeoutException {
        long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) millis;
    }
}
