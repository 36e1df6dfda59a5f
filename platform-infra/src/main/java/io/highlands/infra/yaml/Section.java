// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.yaml;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import io.highlands.infra.topology.InvalidInput;

/**
 * One mapping of a settings file, read strictly: each key at most once, of the right type, within its limits, and none
 * that nobody asked for. Every refusal names line, column, key, what was found and what is allowed.
 */
public final class Section {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,5})(s|m)");
    /** What a tag as in {@code !!int x} claims is not looked at by the library. */
    private static final Set<String> TRUTH = Set.of("true", "false");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?");
    private static final Pattern MILLIS = Pattern.compile("(\\d{1,5})(ms|s)");

    private final Source source;
    private final String path;
    /** Where it begins: its key's place, or that of the section around it where it is absent. */
    private final String place;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    private Section(Source source, String path, String place) {
        this.source = source;
        this.path = path;
        this.place = place;
    }

    /** The file's content, or an {@link InvalidInput}. */
    public static Section of(Source source) {
        return of(source, "", source.name(), source.read());
    }

    private static Section of(Source source, String path, String place, MappingNode node) {
        var section = new Section(source, path, place);
        for (var tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new InvalidInput(source.place(tuple.getKeyNode()), "a key that is not a word", "a word");
            }
            if (section.values.put(key.getValue(), tuple.getValueNode()) != null) {
                throw new InvalidInput(source.place(key) + ": " + section.qualified(key.getValue()), "a second time",
                        "once");
            }
            section.keys.put(key.getValue(), key);
        }
        return section;
    }

    /** The section under that key, or an empty one. */
    public Section section(String key) {
        return value(key).map(node -> {
            if (node instanceof MappingNode mapping) {
                return of(source, qualified(key), place(key), mapping);
            }
            throw refuse(key, describe(node), "a mapping");
        }).orElseGet(() -> new Section(source, qualified(key), place(key)));
    }

    /** The sections under all its keys, in order. A key without a value has an empty one. */
    public SequencedMap<String, Section> sections() {
        SequencedMap<String, Section> sections = new LinkedHashMap<>();
        for (String key : values.keySet()) {
            boolean empty = values.get(key) instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
            known.add(key);
            sections.put(key, empty ? new Section(source, qualified(key), place(key)) : section(key));
        }
        return sections;
    }

    /** The sections of a list under that key; empty where it is absent. */
    public List<Section> list(String key, String allowed) {
        return value(key).map(node -> {
            if (!(node instanceof SequenceNode sequence)) {
                throw refuse(key, describe(node), allowed);
            }
            return sequence.getValue().stream().map(item -> {
                if (item instanceof MappingNode mapping) {
                    return of(source, qualified(key), source.place(item), mapping);
                }
                throw new InvalidInput(source.place(item) + ": " + qualified(key), describe(item), allowed);
            }).toList();
        }).orElse(List.of());
    }

    /** The keys, in order. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    public Optional<String> text(String key, Pattern form, String allowed) {
        return scalar(key, "text", (node, tag) -> node.getValue()).map(found -> {
            if (!form.matcher(found).matches()) {
                throw refuse(key, found, allowed);
            }
            return found;
        });
    }

    public boolean flag(String key, boolean otherwise) {
        return scalar(key, "true or false",
                (node, tag) -> Tag.BOOL.equals(tag) && TRUTH.contains(node.getValue())
                        ? Boolean.valueOf(node.getValue())
                        : null)
                .orElse(otherwise);
    }

    public int whole(String key, int otherwise, int least, int most) {
        return (int) number(key, otherwise, least, most, true);
    }

    public double fraction(String key, double otherwise, double least, double most) {
        return number(key, otherwise, least, most, false);
    }

    private double number(String key, double otherwise, double least, double most, boolean whole) {
        String allowed = whole
                ? "a whole number from %.0f to %.0f".formatted(least, most)
                : "a number from %s to %s".formatted(least, most);
        return scalar(key, allowed, (node, tag) -> {
            boolean numeric = (Tag.INT.equals(tag) || !whole && Tag.FLOAT.equals(tag))
                    && (whole ? WHOLE : NUMBER).matcher(node.getValue()).matches();
            Double found = numeric ? Double.valueOf(node.getValue()) : null;
            return found != null && found >= least && found <= most ? found : null;
        }).orElse(otherwise);
    }

    public Optional<Duration> duration(String key, Duration least, Duration most) {
        String allowed = "a duration from %ds to %ds, such as 10s or 2m".formatted(least.toSeconds(),
                most.toSeconds());
        return scalar(key, allowed, (node, tag) -> {
            var matcher = DURATION.matcher(node.getValue());
            if (!matcher.matches()) {
                return null;
            }
            long count = Long.parseLong(matcher.group(1));
            Duration found = "m".equals(matcher.group(2)) ? Duration.ofMinutes(count) : Duration.ofSeconds(count);
            return found.compareTo(least) >= 0 && found.compareTo(most) <= 0 ? found : null;
        });
    }

    /** A duration in which milliseconds count. */
    public Duration precise(String key, Duration otherwise, Duration least, Duration most) {
        String allowed = "a duration from %dms to %dms, such as 250ms or 1s".formatted(least.toMillis(),
                most.toMillis());
        return scalar(key, allowed, (node, tag) -> {
            var matcher = MILLIS.matcher(node.getValue());
            if (!matcher.matches()) {
                return null;
            }
            long count = Long.parseLong(matcher.group(1));
            Duration found = "s".equals(matcher.group(2)) ? Duration.ofSeconds(count) : Duration.ofMillis(count);
            return found.compareTo(least) >= 0 && found.compareTo(most) <= 0 ? found : null;
        }).orElse(otherwise);
    }

    /** A list of words of that form. */
    public List<String> texts(String key, Pattern form, String allowed) {
        return value(key).map(node -> {
            if (!(node instanceof SequenceNode sequence)) {
                throw refuse(key, describe(node), "a list of " + allowed);
            }
            return sequence.getValue().stream().map(item -> {
                if (item instanceof ScalarNode scalar && form.matcher(scalar.getValue()).matches()) {
                    return scalar.getValue();
                }
                throw new InvalidInput(source.place(item) + ": " + qualified(key), describe(item), allowed);
            }).toList();
        }).orElse(List.of());
    }

    /** Refuses every key that nobody asked for. To be called when all have been. */
    public void done() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new InvalidInput(source.place(keys.get(key)) + ": " + qualified(key), "an unknown key",
                        String.join(", ", known));
            }
        }
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Refuses what is under that key, or that nothing is. */
    public InvalidInput refuse(String key, String found, String allowed) {
        return new InvalidInput(place(key) + ": " + qualified(key), found, allowed);
    }

    /**
     * Where those keys lead, one below the other: the place of the last that is there. The last may be an item of a list.
     */
    public String place(List<String> path) {
        String key = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        String here = place(key);
        return rest.isEmpty() ? here : switch (values.get(key)) {
            case MappingNode mapping -> of(source, qualified(key), here, mapping).place(rest);
            case SequenceNode list -> list.getValue().stream()
                    .filter(item -> item instanceof ScalarNode word && word.getValue().equals(rest.getFirst()))
                    .findFirst().map(source::place).orElse(here);
            case null, default -> here;
        };
    }

    private String place(String key) {
        return keys.containsKey(key) ? source.place(keys.get(key)) : place;
    }

    private <T> Optional<T> scalar(String key, String allowed, BiFunction<ScalarNode, Tag, T> reading) {
        return value(key).map(node -> {
            T found = node instanceof ScalarNode scalar ? reading.apply(scalar, scalar.getTag()) : null;
            if (found == null) {
                throw refuse(key, describe(node), allowed);
            }
            return found;
        });
    }

    private Optional<Node> value(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private String qualified(String key) {
        return path.isEmpty() ? key : path + '.' + key;
    }

    static String describe(Node node) {
        return switch (node) {
            case ScalarNode scalar when Tag.NULL.equals(scalar.getTag()) -> "nothing";
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode _ -> "a list";
            default -> "a mapping";
        };
    }
}
