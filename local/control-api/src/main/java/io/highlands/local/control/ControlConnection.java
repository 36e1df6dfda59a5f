// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.highlands.local.control.message.ErrorResponse;

/** HTTP to the control interface of the running process, with its token. */
final class ControlConnection {

    private static final int CONNECT_MILLIS = 2_000;

    private final ControlFile file;

    ControlConnection(ControlFile file) {
        this.file = file;
    }

    /** The body of a response with status 200, and which request it belongs to. */
    final class Response {

        private final ControlPath path;
        private final byte[] json;

        private Response(ControlPath path, byte[] json) {
            this.path = path;
            this.json = json;
        }

        <T> T as(Class<T> type) {
            try {
                return ControlJson.read(json, type);
            } catch (ControlException other) {
                throw otherVersion(path, other);
            }
        }

        <T> List<T> asList(Class<T> type) {
            try {
                return ControlJson.readList(json, type);
            } catch (ControlException other) {
                throw otherVersion(path, other);
            }
        }
    }

    Response get(ControlPath path, String query, Duration timeout) {
        return send(path, query, new byte[0], timeout);
    }

    Response post(ControlPath path, Duration timeout) {
        return send(path, "", new byte[0], timeout);
    }

    Response post(ControlPath path, Object body, Duration timeout) {
        return send(path, "", ControlJson.bytes(body), timeout);
    }

    private Response send(ControlPath path, String query, byte[] body, Duration timeout) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI
                    .create("http://127.0.0.1:" + file.port() + path.path() + query).toURL().openConnection();
            connection.setRequestMethod(path.method());
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout((int) timeout.toMillis());
            connection.setRequestProperty("Authorization", "Bearer " + file.token());
            if (body.length > 0) {
                write(connection, body);
            }
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_UNAVAILABLE) {
                throw new IOException("it is stopping");
            }
            boolean good = status == HttpURLConnection.HTTP_OK;
            Response response = new Response(path,
                    read(good ? connection.getInputStream() : connection.getErrorStream()));
            if (!good) {
                ControlException refusal = new ControlException(response.as(ErrorResponse.class).error());
                throw status == HttpURLConnection.HTTP_NOT_FOUND ? otherVersion(path, refusal) : refusal;
            }
            return response;
        } catch (IOException e) {
            throw new ControlException("the running process (pid " + file.pid() + ") did not answer " + path + ": "
                    + e.getMessage(), e);
        }
    }

    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    private static byte[] read(InputStream body) throws IOException {
        try (InputStream in = body == null ? InputStream.nullInputStream() : body) {
            return in.readAllBytes();
        }
    }

    private ControlException otherVersion(ControlPath path, ControlException difference) {
        return new ControlException("the running platform (pid " + file.pid()
                + ") is of another version than this command; restart it: highlands down, then highlands up (" + path
                + ": " + difference.getMessage() + ")", difference);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether a platform is there. One of another version is as well, so that it can be stopped. */
    boolean responds(Duration timeout) {
        try {
            get(ControlPath.STATUS, "", timeout);
            return true;
        } catch (ControlException gone) {
            return false;
        }
    }
}
