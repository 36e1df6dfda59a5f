// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the running process. */
public final class ControlClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ControlFile file;

    private ControlClient(ControlFile file) {
        this.file = file;
    }

    /**
     * Finds the running process.
     *
     * @param folder the state folder
     * @return a client, or nothing when no process runs
     */
    public static Optional<ControlClient> find(StateFolder folder) {
        return ControlFile.read(folder)
                .filter(file -> ProcessHandle.of(file.pid()).map(ProcessHandle::isAlive).orElse(false))
                .map(ControlClient::new)
                .filter(client -> client.answers());
    }

    /**
     * The environment that runs.
     *
     * @return its name
     */
    public String environment() {
        return file.environment();
    }

    /**
     * The running process.
     *
     * @return its process id
     */
    public long pid() {
        return file.pid();
    }

    /**
     * Asks.
     *
     * @param path the path and query of the question
     * @return the answer
     * @throws ControlException with the process's own words when it refuses, or when it does not answer
     */
    public JsonNode get(String path) {
        return call("GET", path, Duration.ofSeconds(10));
    }

    /**
     * Acts.
     *
     * @param path the path and query of the action
     * @param timeout how long the action may take
     * @return the answer
     * @throws ControlException with the process's own words when it refuses, or when it does not answer in time
     */
    public JsonNode post(String path, Duration timeout) {
        return call("POST", path, timeout);
    }

    private boolean answers() {
        try {
            get("/status");
            return true;
        } catch (ControlException gone) {
            return false;
        }
    }

    private JsonNode call(String method, String path, Duration timeout) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI
                    .create("http://127.0.0.1:" + file.port() + path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout((int) timeout.toMillis());
            connection.setRequestProperty("Authorization", "Bearer " + file.token());
            boolean good = connection.getResponseCode() == 200;
            try (InputStream body = good ? connection.getInputStream() : connection.getErrorStream()) {
                JsonNode json = JSON.readTree(body.readAllBytes());
                if (!good) {
                    throw new ControlException(json.path("error").asString("the running process refused " + path));
                }
                return json;
            }
        } catch (IOException | JacksonException e) {
            throw new ControlException("the running process (pid " + file.pid() + ") did not answer " + method + " "
                    + path + ": " + e.getMessage(), e);
        }
    }
}
