// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A declared path, public or of the mesh, as Spring's controllers declare it: {@code {name}} is one segment,
 * {@code {*name}} at the end is the rest of the path, of no segment too (Spring Framework, PathPattern). A {@code *} at the
 * end is all that begins so.
 *
 * @param text
 *            the path as it is declared: the value of the dimension Route, too
 */
public record RoutePattern(String text) {

    /** What may be declared, in words. */
    static final String ALLOWED = "a path such as /pets, /pets/{id}, /files/{*rest} or /pets*, of letters, digits,"
            + " _ . ~ - and /";
    private static final String VARIABLE = "\\{[A-Za-z_][A-Za-z0-9_]*}";
    private static final Pattern FORM = Pattern.compile("(?=/)(?:/" + VARIABLE + "(?=/|$)|/[A-Za-z0-9_.~-]*)*?"
            + "(?:/\\{\\*[A-Za-z_][A-Za-z0-9_]*}|(?<=[A-Za-z0-9/_.~-])\\*)?");
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}/]*:");
    private static final Pattern NAME = Pattern.compile("\\{\\*?([^}]*)}");
    private static final Pattern REST = Pattern.compile("/\\{\\*[^}]*}$");
    private static final Pattern ONE = Pattern.compile("\\{[^}*]*}");

    /** What is allowed in its place; empty where it can be declared. */
    Optional<String> refusal() {
        if (EXPRESSION.matcher(text).find()) {
            return Optional.of("a variable without a regular expression, such as {id}: the load balancer has none");
        }
        if (!FORM.matcher(text).matches()) {
            return Optional.of(ALLOWED);
        }
        Set<String> names = new HashSet<>();
        if (!NAME.matcher(text).results().allMatch(found -> names.add(found.group(1)))) {
            return Optional.of("each variable once, as Spring has it");
        }
        return patterns().stream().map(RoutePattern::excess).flatMap(Optional::stream).findFirst()
                .or(this::excessOfWildcards);
    }

    private static Optional<String> excess(BalancerPattern pattern) {
        return pattern.text().length() <= BalancerPattern.MAX_CHARACTERS
                ? Optional.empty()
                : Optional.of("a path that has at most %d characters at the load balancer, where %s has %d"
                        .formatted(BalancerPattern.MAX_CHARACTERS, pattern.text(), pattern.text().length()));
    }

    /** In a rule, which has two patterns for {@code /files/{*rest}}. */
    private Optional<String> excessOfWildcards() {
        return patterns().stream().mapToLong(BalancerPattern::wildcards).sum() <= BalancerPattern.MAX_WILDCARDS
                ? Optional.empty()
                : Optional.of(
                        "at most %d variables, %d before one such as {*rest}: the load balancer has no more wildcards in a rule"
                                .formatted(BalancerPattern.MAX_WILDCARDS, (BalancerPattern.MAX_WILDCARDS - 1) / 2));
    }

    /** What a rule of the load balancer compares with, one of which has to match. */
    List<BalancerPattern> patterns() {
        String start = REST.matcher(text).replaceFirst("");
        String fixed = ONE.matcher(start).replaceAll("*");
        return (start.equals(text) ? Stream.of(fixed) : Stream.of(fixed, fixed + "/*").filter(it -> !it.isEmpty()))
                .map(BalancerPattern::new).toList();
    }

    /** A path that it matches: with 7 in the place of each variable. */
    String sample() {
        return NAME.matcher(text.endsWith("*") ? text.substring(0, text.length() - 1) : text).replaceAll("7");
    }

    /** Whether it stands for one path only. */
    public boolean isExact() {
        return !text.contains("*") && !text.contains("{");
    }

    /** Characters that a request has to have: of two rules that both match, the one with more decides. */
    int literals() {
        return patterns().getLast().literals();
    }

    boolean covers(RoutePattern other) {
        return other.patterns().stream().allMatch(inner -> patterns().stream().anyMatch(it -> it.covers(inner)));
    }

    boolean overlaps(RoutePattern other) {
        return other.patterns().stream().anyMatch(inner -> patterns().stream().anyMatch(it -> it.overlaps(inner)));
    }

    /**
     * Whether Spring maps a request for that path to a controller that declares this.
     *
     * @param path
     *            without a query, as it is sent
     */
    public boolean matches(String path) {
        String start = REST.matcher(text).replaceFirst("");
        String fixed = start.endsWith("*") ? start.substring(0, start.length() - 1) : start;
        String segments = Stream.of(ONE.splitWithDelimiters(fixed, 0))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part)).reduce("", String::concat);
        String rest = fixed.length() < start.length() ? ".*" : start.length() < text.length() ? "(?:/.*)?" : "";
        return path.matches(segments + rest);
    }
}
