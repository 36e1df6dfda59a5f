// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Scripts and styles, under paths that change with what they hold. */
final class Assets {

    /** How their paths begin. */
    static final String PATH = "/assets/";

    private static final String OWN = "/io/highlands/local/console/";

    private static final Map<String, String> TYPES = Map.of(".css", "text/css; charset=utf-8", ".js",
            "text/javascript; charset=utf-8", ".svg", "image/svg+xml");

    private final Map<String, Answer.Raw> files = new LinkedHashMap<>();

    private final String version;

    Assets() {
        add("console.css", OWN + "console.css");
        add("console.js", OWN + "console.js");
        add("chart.js", OWN + "chart.js");
        add("board.js", OWN + "board.js");
        add("icon.svg", OWN + "icon.svg");
        add("htmx.js", webJar("htmx.org") + "/dist/htmx.min.js");
        add("uplot.js", webJar("uplot") + "/dist/uPlot.iife.min.js");
        add("uplot.css", webJar("uplot") + "/dist/uPlot.min.css");
        this.version = version();
    }

    private static String webJar(String name) {
        Properties properties = new Properties();
        try (InputStream in = Assets.class
                .getResourceAsStream("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return "/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version");
    }

    private void add(String name, String resource) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.')));
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            files.put(name, new Answer.Raw(200, type, in.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(file -> digest.update(file.body()));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where a file is found. */
    String path(String name) {
        return PATH + version + "/" + name;
    }

    Answer serve(Request request) {
        Answer.Raw file = files.get(request.value("name").orElse(""));
        if (file == null) {
            throw new NotFound("no file " + request.path() + "; there are: " + String.join(", ", files.keySet()));
        }
        return file;
    }
}
