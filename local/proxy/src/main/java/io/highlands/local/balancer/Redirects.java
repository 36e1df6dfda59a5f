// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.Locale;

/** Where a redirect action sends the client. */
final class Redirects {

    private Redirects() {
    }

    static String location(Action.Redirect redirect, String host, int port, String path, String query) {
        String protocol = fill(redirect.protocol(), "#{protocol}", "http").toLowerCase(Locale.ROOT);
        String toPort = fill(redirect.port(), "#{port}", Integer.toString(port));
        String toPath = fill(redirect.path(), "#{path}", path.startsWith("/") ? path.substring(1) : path);
        String toQuery = fill(redirect.query(), "#{query}", query == null ? "" : query);
        return protocol + "://" + fill(redirect.host(), "#{host}", host) + ":" + toPort + toPath
                + (toQuery.isEmpty() ? "" : "?" + toQuery);
    }

    private static String fill(String text, String placeholder, String value) {
        return text == null ? value : text.replace(placeholder, value);
    }
}
