// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What local mode does with properties: a table beside the readers of each package, {@code coverage.txt}. A property that
 * no table names is ignored, whether or not code reads it.
 *
 * <p>A line without indentation names a resource type. An indented line is {@code PATH: STATUS} or
 * {@code PATH: STATUS, NOTE}: {@code honoured}, {@code differs} (the note says how), {@code ignored} (the note says why) or
 * {@code refused} (the note says what to write instead). {@code []} stands for any element of a list, {@code [key]} for
 * the element with that {@code Key}. {@code honoured} holds for its path alone, or for all of a {@code [key]}; the others
 * hold for all below their path too.
 */
public final class Declarations {

    /** What is done with a property. */
    enum Status {
        HONOURED, DIFFERS, IGNORED, REFUSED
    }

    /**
     * One line of a table.
     *
     * @param status what is done with the property
     * @param note how it differs, why it is ignored or what to write instead; possibly empty
     */
    record Declaration(Status status, String note) {}

    private static final Pattern LINE = Pattern.compile("  (\\S+): (honoured|differs|ignored|refused)(?:, (.+))?");

    private final Map<String, Map<String, Declaration>> byType = new HashMap<>();

    /** No declarations: every property is ignored. */
    Declarations() {
    }

    /**
     * Reads the table beside a class.
     *
     * @param owner the class
     * @return the table {@code coverage.txt} of its package
     */
    public static Declarations beside(Class<?> owner) {
        try (InputStream table = owner.getResourceAsStream("coverage.txt")) {
            return parse(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("coverage.txt beside " + owner.getSimpleName() + " cannot be read", e);
        }
    }

    static Declarations parse(String table) {
        Declarations declarations = new Declarations();
        Map<String, Declaration> ofType = Map.of();
        for (String line : table.lines().filter(text -> !text.isBlank() && !text.startsWith("#")).toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!line.startsWith(" ")) {
                ofType = declarations.byType.computeIfAbsent(line, type -> new HashMap<>());
            } else if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + line + "' is not PATH: STATUS, NOTE");
            } else {
                String note = matcher.group(3) == null ? "" : matcher.group(3);
                ofType.put(matcher.group(1), new Declaration(Status.valueOf(matcher.group(2).toUpperCase(
                        Locale.ROOT)), note));
            }
        }
        return declarations;
    }

    void add(Declarations more) {
        more.byType.forEach((type, paths) -> byType.computeIfAbsent(type, key -> new HashMap<>()).putAll(paths));
    }

    /** The path of an element with a key, or of any element. */
    String element(String type, String parent, String key) {
        String keyed = parent + "[" + key + "]";
        return !key.isEmpty() && byType.getOrDefault(type, Map.of()).containsKey(keyed) ? keyed : parent + "[]";
    }

    /** What is declared of a path, or of what contains it; null when nothing is. */
    Declaration find(String type, String path) {
        Map<String, Declaration> paths = byType.getOrDefault(type, Map.of());
        Declaration exact = paths.get(path);
        for (String above = above(path); exact == null && !above.isEmpty(); above = above(above)) {
            Declaration found = paths.get(above);
            if (found != null && (found.status() != Status.HONOURED || above.endsWith("]") && !above.endsWith("[]"))) {
                exact = found;
            }
        }
        return exact;
    }

    /** Whether something below a path is declared to be honoured. */
    boolean honoursBelow(String type, String path) {
        return byType.getOrDefault(type, Map.of()).entrySet().stream()
                .anyMatch(entry -> entry.getValue().status() == Status.HONOURED
                        && entry.getKey().length() > path.length()
                        && entry.getKey().startsWith(path) && ".[".indexOf(entry.getKey().charAt(path.length())) >= 0);
    }

    /** Whether a property of a type is refused. */
    boolean refuses(String type) {
        return byType.getOrDefault(type, Map.of()).values().stream()
                .anyMatch(declaration -> declaration.status() == Status.REFUSED);
    }

    /** The types that the tables name. */
    List<String> types() {
        return byType.keySet().stream().sorted().toList();
    }

    private static String above(String path) {
        int cut = path.endsWith("]") ? path.lastIndexOf('[') : path.lastIndexOf('.');
        return cut < 0 ? "" : path.substring(0, cut);
    }
}
