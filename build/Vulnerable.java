// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares components with {@code build/vulnerable-dependencies.txt}. By itself: {@code java build/Vulnerable.java LIST
 * GROUP:ARTIFACT:VERSION...} prints one line for each that is vulnerable, and ends with code 1 if there is one.
 */
final class Vulnerable {

    private static final Pattern LINE = Pattern.compile("([^\\s:]+:[^\\s:]+) (\\d[\\w.-]*) (\\d{4}-\\d{2}-\\d{2}) (\\S.*)");

    private record Entry(String fixed, String advisories) {}

    private Vulnerable() {
    }

    public static void main(String[] args) throws IOException {
        List<String> complaints = complaints(Path.of(args[0]), List.of(args).subList(1, args.length));
        complaints.forEach(System.out::println);
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    /** {@return one line for each component, group:artifact:version, that is vulnerable, and for each line that cannot be read} */
    static List<String> complaints(Path list, Collection<String> components) throws IOException {
        List<String> complaints = new ArrayList<>();
        Map<String, List<Entry>> entries = new TreeMap<>();
        List<String> lines = Files.readAllLines(list);
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (line.matches()) {
                entries.computeIfAbsent(line.group(1), artifact -> new ArrayList<>())
                        .add(new Entry(line.group(2), line.group(4)));
            } else if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                complaints.add("%s:%d: found '%s'; allowed: group:artifact version YYYY-MM-DD advisories"
                        .formatted(list.getFileName(), i + 1, lines.get(i)));
            }
        }
        for (String component : components) {
            int version = component.lastIndexOf(':');
            for (Entry entry : entries.getOrDefault(component.substring(0, version), List.of())) {
                if (older(component.substring(version + 1), entry.fixed())) {
                    complaints.add("%s: vulnerable, %s; allowed: %s or later".formatted(component, entry.advisories(),
                            entry.fixed()));
                }
            }
        }
        return complaints;
    }

    private static boolean older(String version, String fixed) {
        String[] ours = version.split("[.-]");
        String[] theirs = fixed.split("[.-]");
        for (int i = 0; i < theirs.length; i++) {
            int compared = Integer.compare(number(ours, i), number(theirs, i));
            if (compared != 0) {
                return compared < 0;
            }
        }
        return false;
    }

    private static int number(String[] parts, int place) {
        return place < parts.length && parts[place].matches("\\d{1,9}") ? Integer.parseInt(parts[place]) : 0;
    }
}
