// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The licences and notices of the jars of others that an image holds: what each jar says in its licence and notice files, its
 * manifest ({@code Bundle-License}) and its POM. Licences such as Apache-2.0 (section 4) and MIT ask whoever passes a jar on to pass these on with it.
 */
final class Notices {

    private static final String OWN = "(service-starter|telemetry)-.*\\.jar";
    /** In any folder, as agents hold the files of what is in them under folders of their own. */
    private static final Pattern FILE = Pattern.compile(
            "(?i)(.*/)?[^/]*(licen[cs]e|notice|copying)[^/]*|(.*/)?META-INF/licenses/.*[^/]");
    private static final Pattern CLASS = Pattern.compile(".*\\.class(data)?");
    private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.xml");
    private static final Pattern POM_LICENCE = Pattern.compile("<license>\\s*<name>\\s*([^<]+?)\\s*</name>");

    private final boolean isStrict;
    private final Map<String, String> named = new TreeMap<>();
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final StringBuilder jars = new StringBuilder();

    /**
     * Reads which licence the jars have that say nothing.
     *
     * @param licences a file with lines of a jar's name without version, and its licence
     * @param isStrict whether a jar that has no licence is refused; otherwise the notices say that it states none
     */
    Notices(Path licences, boolean isStrict) throws IOException {
        this.isStrict = isStrict;
        for (String line : Files.readAllLines(licences)) {
            String[] words = line.strip().split(" ", 2);
            if (words.length == 2 && !line.startsWith("#")) {
                named.put(words[0], words[1]);
            }
        }
    }

    /**
     * {@return the text of all of them}
     *
     * @param folders with jars
     * @throws IOException when a jar cannot be read, or has no licence
     */
    String of(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                    if (!jar.getFileName().toString().matches(OWN)) {
                        add(jar);
                    }
                }
            }
        }
        StringBuilder all = new StringBuilder(
                "The software of others in this image, and what each jar says of its licence.\n").append(jars);
        texts.forEach((text, number) -> all.append("\n======== Text ").append(number).append(" ========\n\n")
                .append(text).append('\n'));
        return all.toString();
    }

    private void add(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<String> lines = new ArrayList<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            licence(jar.getManifest(), lines);
            for (ZipEntry entry : jar.stream().map(ZipEntry.class::cast).toList()) {
                if (POM.matcher(entry.getName()).matches()) {
                    Matcher licence = POM_LICENCE.matcher(text(jar, entry));
                    while (licence.find()) {
                        lines.add("Licence: " + licence.group(1));
                    }
                } else if (FILE.matcher(entry.getName()).matches() && !CLASS.matcher(entry.getName()).matches()) {
                    int number = texts.computeIfAbsent(text(jar, entry).strip(), text -> texts.size() + 1);
                    lines.add(entry.getName() + ": text " + number);
                }
            }
        }
        String without = name.replaceFirst("(-\\d[^/]*)?\\.jar$", "");
        if (named.containsKey(without)) {
            lines.add("Licence: " + named.get(without));
        }
        if (lines.isEmpty() && !isStrict) {
            lines.add("Licence: none stated in the jar");
        }
        if (lines.isEmpty()) {
            throw new IOException("services/image/licences.txt: found no line for " + name
                    + ", which says nothing of its licence; allowed: " + without + " LICENCE");
        }
        jars.append('\n').append(name).append('\n');
        lines.stream().distinct().forEach(line -> jars.append("  ").append(line).append('\n'));
    }

    private static void licence(Manifest manifest, List<String> lines) {
        String licence = manifest == null
                ? null
                : manifest.getMainAttributes().getValue(new Attributes.Name("Bundle-License"));
        if (licence != null) {
            lines.add("Licence: " + licence);
        }
    }

    private static String text(JarFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
