// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The environment of somebody who works with AWS all day: keys, a profile, an endpoint and a proxy of their own. Whoever uses
 * the endpoint or the proxy is written down.
 */
final class PlantedCredentials implements AutoCloseable {

    private static final String KEY = "AKIAQ7PLANTED7EXAMPLE";
    private static final String SECRET = "planted/secret/key/EXAMPLE";

    private final ServerSocket trap = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Path home;

    PlantedCredentials(Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("home/.aws")).getParent();
        Files.writeString(home.resolve(".aws/credentials"),
                "[admin]\naws_access_key_id = " + KEY + "\naws_secret_access_key = " + SECRET + "\n");
        Files.writeString(home.resolve(".aws/config"), "[profile admin]\nregion = us-west-2\n");
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!trap.isClosed()) {
            try (Socket socket = trap.accept()) {
                requests.add(socket.getRemoteSocketAddress().toString());
            } catch (IOException closed) {
                return;
            }
        }
    }

    Map<String, String> environment() {
        String address = "http://127.0.0.1:" + trap.getLocalPort();
        Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString(), "AWS_PROFILE", "admin",
                "AWS_ACCESS_KEY_ID", KEY, "AWS_SECRET_ACCESS_KEY", SECRET, "AWS_SESSION_TOKEN", SECRET,
                "AWS_ENDPOINT_URL", address, "AWS_ENDPOINT_URL_ECS", address, "AWS_REGION", "us-west-2"));
        for (String name : List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")) {
            environment.put(name, address);
        }
        return environment;
    }

    List<String> requests() {
        return requests;
    }

    String[] secrets() {
        return new String[]{KEY, SECRET};
    }

    @Override
    public void close() throws IOException {
        trap.close();
    }
}
