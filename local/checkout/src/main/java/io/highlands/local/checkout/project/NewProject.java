// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;

/** A folder that an installed command works in: the environments and the declaration of the services. */
public final class NewProject {

    private static final List<String> DECLARATIONS = List.of("services.yaml", "services.schema.json");

    /** Beside its later place, in the same file system, which may end at the folder. */
    private static final String UNFINISHED = ".project.next";

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
        boolean isThere = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (name == null || isThere && !isEmptyFolder()) {
            throw new ControlException(folder + ": there is something already; allowed: a new or an empty folder");
        }
        Path next = isThere ? folder.resolve(UNFINISHED) : folder.resolveSibling("." + name + ".next");
        List<Path> moved = new ArrayList<>();
        try {
            Folders.delete(next);
            write(next);
            if (isThere) {
                moveContent(next, moved);
                Files.delete(next);
            } else {
                Files.move(next, folder);
            }
        } catch (IOException e) {
            moved.forEach(Folders::delete);
            Folders.delete(next);
            throw new ControlException(folder + ": the project cannot be written", e);
        }
    }

    /** What an interrupted attempt left does not count. */
    private boolean isEmptyFolder() {
        try (Stream<Path> content = Files.list(folder)) {
            return content.allMatch(file -> file.endsWith(UNFINISHED));
        } catch (IOException e) {
            return false;
        }
    }

    /** An existing folder stays the same one: a shell may be in it, it may be a mount point or reached through a link. */
    private void moveContent(Path next, List<Path> moved) throws IOException {
        List<Path> content;
        try (Stream<Path> files = Files.list(next)) {
            content = files.toList();
        }
        for (Path file : content) {
            Path into = folder.resolve(file.getFileName());
            Files.move(file, into);
            moved.add(into);
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
