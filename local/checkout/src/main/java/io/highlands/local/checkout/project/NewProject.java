// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.highlands.local.checkout.Folders;
import io.highlands.local.control.ControlException;

/** A folder that an installed command works in: environments, the declaration of services, runbooks, and what builds services. */
public final class NewProject {

    /** Beside its later place, in the same file system, which may end at the folder. */
    private static final String UNFINISHED = ".project.next";

    private final ProjectFiles files;

    private final Path folder;

    /**
     * A project that is yet to be made.
     *
     * @param archive the folder of the unpacked archive
     * @param folder where the project is to be; missing or empty
     */
    public NewProject(Path archive, Path folder) {
        this.files = new ProjectFiles(archive);
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

    /** Texts only: an archive that nobody may write to makes no project that nobody may edit. */
    private void write(Path next) throws IOException {
        for (Map.Entry<String, ProjectFiles.Content> file : files.all().entrySet()) {
            FileSet.write(next.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(next.resolve(VersionLock.FILE),
                VersionLock.of(files.version(), files.replaceable()).text());
    }
}
