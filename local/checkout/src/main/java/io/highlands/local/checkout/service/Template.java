// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text of a new service with {@code @key@} where values come in. A line that begins with a word in brackets is there only
 * for a service that calls none, one, several or any other ({@code [none]}, {@code [one]}, {@code [several]},
 * {@code [calls]}), or once for each that it calls ({@code [call]}, {@code [several-call]}).
 */
final class Template {

    private static final Pattern LINE = Pattern.compile("(?:\\[([a-z-]+)])?(.*)");
    private static final Pattern KEY = Pattern.compile("@([a-z][a-z.-]*)@");

    private final String name;
    private final Map<String, String> values;
    private final List<Map<String, String>> calls;

    private Template(String name, Map<String, String> values, List<Map<String, String>> calls) {
        this.name = name;
        this.values = values;
        this.calls = calls;
    }

    /**
     * {@return the text of a template}
     *
     * @param name the template's file
     * @param values what its keys stand for
     * @param calls the same of each service that is called, with keys that begin with {@code call.}
     */
    static String render(String name, Map<String, String> values, List<Map<String, String>> calls) {
        Template template = new Template(name, values, calls);
        StringBuilder text = new StringBuilder();
        read(name).lines().flatMap(template::lines).forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private Stream<String> lines(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || matcher.group(1) == null) {
            return Stream.of(filled(line, values));
        }
        String text = matcher.group(2);
        return switch (matcher.group(1)) {
            case "none" -> when(calls.isEmpty(), text);
            case "one" -> when(calls.size() == 1, text);
            case "several" -> when(calls.size() > 1, text);
            case "calls" -> when(!calls.isEmpty(), text);
            case "call" -> each(text);
            case "several-call" -> calls.size() > 1 ? each(text) : Stream.empty();
            default -> throw new IllegalStateException(name + ": [" + matcher.group(1) + "]");
        };
    }

    private Stream<String> when(boolean kept, String text) {
        return kept ? Stream.of(filled(text, values)) : Stream.empty();
    }

    private Stream<String> each(String text) {
        List<String> lines = new ArrayList<>();
        for (Map<String, String> call : calls) {
            Map<String, String> all = new HashMap<>(values);
            all.putAll(call);
            lines.add(filled(text, all));
        }
        return lines.stream();
    }

    private String filled(String text, Map<String, String> all) {
        return KEY.matcher(text).replaceAll(key -> {
            String value = all.get(key.group(1));
            if (value == null) {
                throw new IllegalStateException(name + ": " + key.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String read(String name) {
        try (InputStream found = Template.class.getResourceAsStream(name + ".template")) {
            if (found == null) {
                throw new IllegalStateException("no template " + name);
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the template " + name + " cannot be read", e);
        }
    }
}
