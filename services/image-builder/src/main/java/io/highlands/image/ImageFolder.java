// SPDX-License-Identifier: Apache-2.0
package io.highlands.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folder that holds what a container image holds: {@code image.json}, and {@code app/} as it is at {@code /app}.
 *
 * @param service name of the service, which is the last part of its repository's name
 * @param folder the image folder
 */
record ImageFolder(String service, Path folder) {

    /**
     * Adds everything that does not come from the service's own build.
     *
     * @param shared folder with jvm.options and image.json, the same for every service
     * @param agents folder with launch and, in its target/agents, the agents' jars
     * @param notices the licences of the jars
     */
    void complete(Path shared, Path agents, Notices notices) throws IOException {
        Path app = folder.resolve("app");
        String json = Files.readString(shared.resolve("image.json")).replace("@service@", service);
        write(folder.resolve("image.json"), json);
        copy(shared.resolve("jvm.options"), app.resolve("jvm.options"));
        copy(agents.resolve("launch"), app.resolve("launch"));
        Files.setPosixFilePermissions(app.resolve("launch"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(app.resolve("agents"));
        for (String jar : List.of("dd-java-agent.jar", "opentelemetry-javaagent.jar")) {
            link(app.resolve("agents").resolve(jar), agents.resolve("target/agents").resolve(jar));
        }
        copy(agents.resolveSibling("LICENSE"), app.resolve("LICENSE"));
        write(app.resolve("THIRD-PARTY-NOTICES.txt"),
                notices.of(List.of(app.resolve("lib"), app.resolve("agents"))));
    }

    /** A file that has not changed keeps its time, which the AOT cache goes by. */
    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(to) || Files.mismatch(from, to) != -1) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    /** Relative within a checkout, which may be moved as one; absolute from a project to the archive. */
    private void link(Path link, Path target) throws IOException {
        Path checkout = folder.toAbsolutePath().resolve("../../../..").normalize();
        Path to = target.startsWith(checkout) ? link.getParent().relativize(target) : target;
        if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(to)) {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, to);
        }
    }
}
