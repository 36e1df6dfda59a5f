// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that an archive begins a project with.
 *
 * @param archive the folder of the unpacked archive
 */
record ProjectFiles(Path archive) {

    /** The pom that names the version of its parent, which is that of the archive. */
    static final String POM = "pom.xml";

    /** The parent of that pom, which is the archive's and no file to edit. */
    static final String PARENT_POM = "build/service-parent.xml";

    /** Files that a project begins with and no version replaces. */
    private static final Set<String> PROJECTS_OWN = Set.of("services.yaml", "README.md", ".gitignore");

    private static final Pattern PARENT = Pattern
            .compile("(?s)(<parent>(?:(?!</parent>).)*<artifactId>service-parent</artifactId>\\s*<version>)([^<]+)(<)");

    private static final String README = """
            # A Highlands project

            ```sh
            highlands up -d
            curl 'http://127.0.0.1:8080/?name=Hello'
            highlands status
            highlands down
            ```

            | here | what it is |
            |---|---|
            | `environments/` | a file per environment; `highlands tracing local on` edits it and leaves its comments |
            | `services.yaml` | the services: at first the reference services, which come with the archive |
            | `services/` | the services of your own |
            | `runbooks/` | a page per kind of alarm, to adapt |
            | `highlands.lock` | version of Highlands, and the files as it wrote them: `highlands upgrade` compares with it |
            | `.highlands/` | state of this machine |

            ## A service of your own

            ```sh
            highlands new service orders --calls service-c --public /orders
            highlands up -d
            curl http://127.0.0.1:8080/orders
            ```

            Its sources are in `services/orders`; `up` builds it when they change. Its Java packages begin with the `groupId` of
            `pom.xml`: choose it before the first service. Maven finds the libraries of Highlands by the folder of the archive:
            `HIGHLANDS_HOME=~/highlands-VERSION ./mvnw verify` builds and tests all services.

            ## Another version of Highlands

            Unpack its archive, put it on the `PATH`, and run `highlands upgrade --check`, which prints what changes, then
            `highlands upgrade`.
            """;

    /**
     * A file of a project.
     *
     * @param text its text
     * @param isProgram whether it can be run
     */
    record Content(String text, boolean isProgram) {}

    /**
     * {@return the files by their paths in the project}
     *
     * @throws IOException when one cannot be read
     */
    SortedMap<String, Content> all() throws IOException {
        SortedMap<String, Content> files = new TreeMap<>();
        Path infra = archive.resolve("platform-infra");
        addAll(files, "environments/", infra.resolve("environments"));
        addAll(files, "runbooks/", archive.resolve("runbooks"));
        addAll(files, "", archive.resolve("project"));
        for (String name : List.of("services.yaml", "services.schema.json")) {
            files.put(name, content(infra.resolve(name)));
        }
        files.put(".gitignore", new Content(".highlands/\ntarget/\n*.env\n", false));
        files.put("README.md", new Content(README, false));
        return files;
    }

    /**
     * {@return those that another version may replace}
     *
     * @throws IOException when one cannot be read
     */
    SortedMap<String, Content> replaceable() throws IOException {
        SortedMap<String, Content> files = all();
        files.keySet().removeAll(PROJECTS_OWN);
        return files;
    }

    /**
     * {@return the archive's version}
     *
     * @throws IOException when it cannot be read
     */
    String version() throws IOException {
        Path pom = archive.resolve("project").resolve(POM);
        Matcher parent = PARENT.matcher(Files.readString(pom));
        if (!parent.find()) {
            throw new IOException(pom + ": found no version");
        }
        return parent.group(2);
    }

    /**
     * {@return a project's pom with the version of its parent, and no other change}
     *
     * @param pom the pom's text
     * @param version the version
     */
    static String withVersion(String pom, String version) {
        return PARENT.matcher(pom)
                .replaceFirst(parent -> Matcher.quoteReplacement(parent.group(1) + version + parent.group(3)));
    }

    private static void addAll(Map<String, Content> files, String place, Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(place + folder.relativize(file).toString().replace('\\', '/'), content(file));
            }
        }
    }

    private static Content content(Path file) throws IOException {
        return new Content(Files.readString(file, StandardCharsets.UTF_8), file.endsWith("mvnw"));
    }
}
