// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;

/** A folder that an installed command works in: the environments and the declaration of the services. */
public final class NewProject {

    private static final List<String> DECLARATIONS = List.of("services.yaml", "services.schema.json");

    private static final String README = """
            # A Highlands project

            ```sh
            highlands up -d
            curl 'http://127.0.0.1:8080/?name=Hello'
            highlands status
            highlands down
            ```

            `environments/` has a file per environment. `highlands tracing local on` edits it and leaves its comments.
            The services are the reference services of the archive. `.highlands/` is state of this machine.
            """;

    private final Path reference;

    private final Path folder;

    /**
     * A project that is yet to be made.
     *
     * @param reference the folder with the environments and services to begin with
     * @param folder where the project is to be; missing or empty
     */
    public NewProject(Path reference, Path folder) {
        this.reference = reference;
        this.folder = folder;
    }

    /**
     * Makes it, completely or not at all.
     *
     * @throws ControlException when the folder has something in it, or cannot be written
     */
    public void create() {
        Path name = folder.getFileName();
        if (name == null || Files.exists(folder) && !isEmptyFolder()) {
            throw new ControlException(folder + ": there is something already; allowed: a new or an empty folder");
        }
        Path next = folder.resolveSibling("." + name + ".next");
        Folders.delete(next);
        try {
            write(next);
            Files.deleteIfExists(folder);
            Files.move(next, folder);
        } catch (IOException e) {
            Folders.delete(next);
            throw new ControlException(folder + ": the project cannot be written", e);
        }
    }

    private boolean isEmptyFolder() {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private void write(Path next) throws IOException {
        Path environments = Files.createDirectories(next.resolve("environments"));
        try (Stream<Path> files = Files.list(reference.resolve("environments"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, environments);
            }
        }
        for (String file : DECLARATIONS) {
            copy(reference.resolve(file), next);
        }
        Files.writeString(next.resolve(".gitignore"), ".highlands/\n");
        Files.writeString(next.resolve("README.md"), README);
    }

    /** Its text only: an archive that nobody may write to makes no project that nobody may edit. */
    private static void copy(Path file, Path into) throws IOException {
        Files.writeString(into.resolve(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
    }
}
