// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.control.ControlException;
import io.highlands.local.template.cloudformation.DeclaredResource;

/**
 * The URL of a PostgreSQL that somebody supplies.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">Connection URIs</a>
 */
final class PostgreSqlUrl {

    private static final Pattern FORM = Pattern
            .compile("(?:jdbc:)?postgres(?:ql)?://([^:@/]+):([^@/]+)@([^:@/]+)(?::(\\d{1,5}))?/([^?]+)");
    private static final String DEFAULT_PORT = "5432";

    private PostgreSqlUrl() {
    }

    /**
     * What templates take from it. The database has to be the declared one, as the template names it.
     *
     * @throws ControlException in one line, which never has the URL in it, as a password may be part of it
     */
    static Map<String, String> values(DeclaredResource resource, String variable, String url) {
        Matcher matcher = FORM.matcher(url.strip());
        String allowed = "postgresql://user:password@host:port/" + resource.database();
        String anotherForm = resource.line("%s: found a value of another form; allowed: %s, with %%25 for a %% in it"
                .formatted(variable, allowed));
        if (!matcher.matches()) {
            throw new ControlException(anotherForm);
        }
        try {
            return values(resource, variable, matcher);
        } catch (IllegalArgumentException e) {
            // The decoder's message has a part of the password
            throw new ControlException(anotherForm);
        }
    }

    private static Map<String, String> values(DeclaredResource resource, String variable, Matcher matcher) {
        String database = decoded(matcher.group(5));
        if (!database.equals(resource.database())) {
            throw new ControlException(resource.line(
                    "%s: found the database %s; allowed: %s, or 'database: %s' of the resource in services.yaml"
                            .formatted(variable, database, resource.database(), database)));
        }
        return Map.of("host", matcher.group(3), "port", matcher.group(4) == null ? DEFAULT_PORT : matcher.group(4),
                "username", decoded(matcher.group(1)), "password", decoded(matcher.group(2)));
    }

    /** In these URIs a plus is a plus. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
