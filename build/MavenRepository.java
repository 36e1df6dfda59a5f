// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays out a Maven repository as {@code mvn deploy} to a folder does, checksums and metadata included: {@code MavenRepository FOLDER
 * VERSION TIME ARTIFACT=POM[,JAR[,CLASSIFIER:JAR]…]…}. The same files make the same bytes: TIME is written for the time of the
 * deployment, and a snapshot's build number is a digest of all files, so that Maven takes a snapshot that has changed.
 * <a href="https://maven.apache.org/repositories/layout.html">Layout</a>,
 * <a href="https://maven.apache.org/repositories/metadata.html">metadata</a>.
 */
final class MavenRepository {

    private static final String GROUP = "io.highlands";
    private static final String SNAPSHOT = "SNAPSHOT";
    /** Digits of the build number, which Maven reads as an int. */
    private static final int BUILD_DIGITS = 7;

    private final Path folder;
    private final String version;
    private final Instant time;
    private final List<Artifact> artifacts;
    private final int build;

    /** A file of an artifact: {@code pom} or {@code jar}, and its classifier or nothing. */
    private record Part(String extension, String classifier, Path file) {
        String suffix() {
            return (classifier.isEmpty() ? "" : "-" + classifier) + "." + extension;
        }
    }

    private record Artifact(String name, List<Part> parts) {
        static Artifact of(String word) {
            String[] sides = word.split("=", 2);
            List<Part> parts = new ArrayList<>();
            for (String part : sides[1].split(",")) {
                String[] words = part.split(":", 2);
                boolean hasClassifier = words.length == 2;
                parts.add(new Part(part.endsWith(".jar") ? "jar" : "pom", hasClassifier ? words[0] : "",
                        Path.of(hasClassifier ? words[1] : part)));
            }
            return new Artifact(sides[0], parts);
        }
    }

    private MavenRepository(String[] args) throws IOException {
        folder = Path.of(args[0]);
        version = args[1];
        time = Instant.parse(args[2]);
        artifacts = Stream.of(args).skip(3).map(Artifact::of).toList();
        for (Artifact artifact : artifacts) {
            for (Part part : artifact.parts()) {
                if (!Files.exists(part.file())) {
                    throw new IOException(part.file() + ": not there; build it before, and with -DskipTests rather than -Dmaven.test.skip");
                }
            }
        }
        build = build();
    }

    public static void main(String[] args) {
        try {
            new MavenRepository(args).write();
        } catch (IOException e) {
            System.err.println("maven repository: " + e.getMessage());
            System.exit(1);
        }
    }

    private void write() throws IOException {
        clear();
        for (Artifact artifact : artifacts) {
            Path place = folder.resolve(GROUP.replace('.', '/')).resolve(artifact.name());
            Files.createDirectories(place.resolve(version));
            for (Part part : artifact.parts()) {
                add(place.resolve(version).resolve(artifact.name() + "-" + unique() + part.suffix()),
                        Files.readAllBytes(part.file()));
            }
            add(place.resolve("maven-metadata.xml"), utf8(versions(artifact)));
            if (isSnapshot()) {
                add(place.resolve(version).resolve("maven-metadata.xml"), utf8(snapshot(artifact)));
            }
        }
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private boolean isSnapshot() {
        return version.endsWith(SNAPSHOT);
    }

    /** The version in names of files: of a snapshot with time and build number. */
    private String unique() {
        return isSnapshot() ? version.replace(SNAPSHOT, at("yyyyMMdd.HHmmss") + "-" + build) : version;
    }

    private String at(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC).format(time);
    }

    private int build() throws IOException {
        MessageDigest digest = digest("SHA-256");
        for (Artifact artifact : artifacts) {
            for (Part part : artifact.parts()) {
                digest.update(Files.readAllBytes(part.file()));
            }
        }
        return Integer.parseInt(HexFormat.of().formatHex(digest.digest()).substring(0, BUILD_DIGITS), 16);
    }

    private String versions(Artifact artifact) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <metadata>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <versioning>
                    %s<versions>
                      <version>%s</version>
                    </versions>
                    <lastUpdated>%s</lastUpdated>
                  </versioning>
                </metadata>
                """.formatted(GROUP, artifact.name(), isSnapshot() ? "" : "<release>" + version + "</release>\n    ", version,
                at("yyyyMMddHHmmss"));
    }

    private String snapshot(Artifact artifact) {
        String parts = artifact.parts().stream().map(part -> """
                      <snapshotVersion>
                %s        <extension>%s</extension>
                        <value>%s</value>
                        <updated>%s</updated>
                      </snapshotVersion>
                """.formatted(part.classifier().isEmpty() ? "" : "        <classifier>" + part.classifier() + "</classifier>\n",
                part.extension(), unique(), at("yyyyMMddHHmmss"))).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <metadata modelVersion="1.1.0">
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <versioning>
                    <lastUpdated>%s</lastUpdated>
                    <snapshot>
                      <timestamp>%s</timestamp>
                      <buildNumber>%d</buildNumber>
                    </snapshot>
                    <snapshotVersions>
                %s    </snapshotVersions>
                  </versioning>
                  <version>%s</version>
                </metadata>
                """.formatted(GROUP, artifact.name(), at("yyyyMMddHHmmss"), at("yyyyMMdd.HHmmss"), build, parts, version);
    }

    /** A file and its checksums beside it. */
    private static void add(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
            Files.writeString(file.resolveSibling(file.getFileName() + "." + algorithm.toLowerCase().replace("-", "")),
                    HexFormat.of().formatHex(digest(algorithm).digest(content)));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
