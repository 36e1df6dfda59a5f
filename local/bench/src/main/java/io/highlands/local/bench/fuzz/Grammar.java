// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A grammar and its random texts. A line is {@code rule = alternative | alternative}, and goes on in lines that begin with
 * spaces; an alternative is texts in single or double quotes ({@code \n}, {@code \\}) and names of rules, each followed by
 * {@code ?}, {@code *} or {@code +} or nothing. The first rule is where texts begin.
 */
final class Grammar {

    private static final int MAX_DEPTH = 40;
    private static final int MAX_LENGTH = 100_000;
    private static final int MAX_REPEATS = 4;
    /** In a wild text one of so many rules is replaced by another: a value of another type, a command where a name is. */
    private static final int WILD = 25;

    private final Map<String, List<List<Term>>> rules = new LinkedHashMap<>();
    private final Map<String, Integer> costs = new HashMap<>();
    private final List<String> names;

    private Grammar(String text) {
        for (String line : text.replaceAll("\\n\\s+", " ").split("\\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                rules.put(line.substring(0, equals).strip(), alternatives(line.substring(equals + 1)));
            }
        }
        names = List.copyOf(rules.keySet());
        rules.values()
                .forEach(all -> all.forEach(terms -> terms.stream().filter(term -> !term.isText()).forEach(term -> {
                    if (!rules.containsKey(term.text())) {
                        throw new IllegalArgumentException("no rule " + term.text());
                    }
                })));
        for (int i = 0; i < names.size(); i++) {
            rules.forEach((name, all) -> costs.put(name, 1 + all.stream().mapToInt(this::cost).min().orElseThrow()));
        }
    }

    private record Term(String text, boolean isText, char repeat) {}

    /** {@return the grammar in a file beside this class} */
    static Grammar read(String name) {
        try (InputStream in = Grammar.class.getResourceAsStream(name + ".grammar")) {
            return new Grammar(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int cost(List<Term> terms) {
        return terms.stream().mapToInt(term -> term.isText() || term.repeat() == '?' || term.repeat() == '*'
                ? 0
                : costs.getOrDefault(term.text(), 1_000)).max().orElse(0);
    }

    private static List<List<Term>> alternatives(String line) {
        List<List<Term>> all = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        all.add(terms);
        for (int at = 0; at < line.length();) {
            char c = line.charAt(at);
            if (c == '|') {
                terms = new ArrayList<>();
                all.add(terms);
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                int end = end(line, at);
                boolean isText = c == '"' || c == '\'';
                char repeat = end < line.length() && "?*+".indexOf(line.charAt(end)) >= 0 ? line.charAt(end) : ' ';
                terms.add(new Term(isText ? unescaped(line.substring(at + 1, end - 1)) : line.substring(at, end),
                        isText, repeat));
                at = repeat == ' ' ? end : end + 1;
            }
        }
        return all;
    }

    private static int end(String line, int from) {
        char quote = line.charAt(from);
        int end = from + 1;
        if (quote == '"' || quote == '\'') {
            while (line.charAt(end) != quote) {
                end += line.charAt(end) == '\\' ? 2 : 1;
            }
            return end + 1;
        }
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t").replace("\\'", "'")
                .replace("\\\\", "\\");
    }

    /** {@return a text of the grammar; in a wild one some rules are exchanged} */
    String text(RandomGenerator random, boolean isWild) {
        return text(names.getFirst(), random, isWild);
    }

    /** {@return the same from another rule} */
    String text(String rule, RandomGenerator random, boolean isWild) {
        StringBuilder out = new StringBuilder();
        expand(rule, random, isWild, 0, out);
        return out.toString();
    }

    private void expand(String rule, RandomGenerator random, boolean isWild, int depth, StringBuilder out) {
        boolean isEnding = depth > MAX_DEPTH || out.length() > MAX_LENGTH;
        String name = isWild && !isEnding && random.nextInt(WILD) == 0 ? names.get(random.nextInt(names.size())) : rule;
        List<List<Term>> all = rules.get(name);
        List<Term> chosen = all.get(random.nextInt(all.size()));
        if (isEnding) {
            chosen = all.stream().min((a, b) -> cost(a) - cost(b)).orElseThrow();
        }
        for (Term term : chosen) {
            for (int left = repeats(term.repeat(), random, isEnding); left > 0; left--) {
                if (term.isText()) {
                    out.append(term.text());
                } else {
                    expand(term.text(), random, isWild, depth + 1, out);
                }
            }
        }
    }

    private static int repeats(char repeat, RandomGenerator random, boolean isEnding) {
        return switch (repeat) {
            case '?' -> isEnding ? 0 : random.nextInt(2);
            case '*' -> isEnding ? 0 : random.nextInt(MAX_REPEATS);
            case '+' -> isEnding ? 1 : 1 + random.nextInt(MAX_REPEATS);
            default -> 1;
        };
    }
}
