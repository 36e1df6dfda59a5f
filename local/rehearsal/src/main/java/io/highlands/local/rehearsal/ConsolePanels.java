// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard's widgets as the console's own page gets them. */
final class ConsolePanels {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TIMEOUT_MILLIS = 15_000;

    private final String console;

    /**
     * Takes the console.
     *
     * @param console its address; empty where none is served
     */
    ConsolePanels(String console) {
        this.console = console;
    }

    /**
     * The pictures of a dashboard; a dashboard that cannot be drawn has none, which the report says.
     *
     * @param titles what stands above each widget
     */
    List<Panel> of(String dashboard, List<String> titles, Instant from, Instant until) {
        if (console.isEmpty()) {
            return List.of();
        }
        JsonNode data = read(console + "/dashboards/" + dashboard + "/data?from=" + from.truncatedTo(ChronoUnit.SECONDS)
                + "&to=" + until.truncatedTo(ChronoUnit.SECONDS));
        List<Panel> panels = new ArrayList<>();
        for (JsonNode widget : data.path("widgets")) {
            String title = panels.size() < titles.size() ? titles.get(panels.size()) : "";
            panels.add(new Panel(title, widget));
        }
        return panels;
    }

    private static JsonNode read(String address) {
        try {
            URLConnection connection = URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            if (((HttpURLConnection) connection).getResponseCode() != 200) {
                return JSON.createObjectNode();
            }
            try (InputStream body = connection.getInputStream()) {
                return JSON.readTree(body.readAllBytes());
            }
        } catch (IOException | JacksonException notDrawn) {
            return JSON.createObjectNode();
        }
    }
}
