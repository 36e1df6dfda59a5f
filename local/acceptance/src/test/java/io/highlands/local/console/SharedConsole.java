// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The console and the browser that all classes of browser tests share; they end with the last test. */
final class SharedConsole implements ParameterResolver, AutoCloseable {

    /** The world holds half an hour of data, and its pages ask for the newest. */
    private static final Duration FRESH = Duration.ofMinutes(4);

    private Path folder;

    private Instant opened = Instant.EPOCH;

    private ConsoleWorld world;

    private SampleDrill drill;

    private Browser browser;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == SharedConsole.class;
    }

    @Override
    public SharedConsole resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot().getStore(ExtensionContext.Namespace.create(SharedConsole.class))
                .computeIfAbsent(SharedConsole.class, key -> new SharedConsole(), SharedConsole.class);
    }

    ConsoleWorld world() throws IOException, URISyntaxException {
        if (world == null || Duration.between(opened, Instant.now()).compareTo(FRESH) > 0) {
            closeWorld();
            openWorld();
        }
        return world;
    }

    /** The drill of the world that is open. */
    SampleDrill drill() {
        return drill;
    }

    Browser browser() {
        if (browser == null) {
            browser = new Browser();
        }
        return browser;
    }

    private void openWorld() throws IOException, URISyntaxException {
        Map<String, String> dashboards = new TreeMap<>(Map.of("highlands-local-views", resource("views.json")));
        try (Stream<Path> rendered = Files.list(Path.of("..", "..", "dashboards", "rendered", "local"))) {
            for (Path dashboard : rendered.filter(file -> !file.getFileName().toString().startsWith("datadog-"))
                    .toList()) {
                dashboards.put("highlands-local-" + dashboard.getFileName().toString().replace(".json", ""),
                        Files.readString(dashboard));
            }
        }
        folder = Files.createTempDirectory("console");
        drill = new SampleDrill(folder);
        world = new ConsoleWorld(folder, Path.of(SharedConsole.class.getResource("runbooks").toURI()), dashboards,
                drill.process);
        opened = Instant.now();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SharedConsole.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        closeWorld();
    }

    /** The next test that asks has a new one. */
    void closeWorld() throws IOException {
        if (world == null) {
            return;
        }
        world.close();
        drill.process.close();
        world = null;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
