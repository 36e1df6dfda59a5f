// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Folders;
import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/**
 * What an archive changes in a project of another version. A file that the project has edited is never replaced; of the pom, which
 * lists the project's services, the version changes and nothing else.
 */
public final class ProjectUpgrade {

    private final Path project;
    private final Path archive;
    private final String from;
    private final String to;
    private final SortedMap<String, ProjectFiles.Content> written = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private final VersionLock next;

    private ProjectUpgrade(Path project, Path archive, String from, VersionLock next) {
        this.project = project;
        this.archive = archive;
        this.from = from;
        this.to = next.version();
        this.next = next;
    }

    /**
     * Compares a project with the archive whose command runs.
     *
     * @param checkout the archive and the project
     * @return what changes; nothing is changed yet
     * @throws ControlException when a file cannot be read
     */
    public static ProjectUpgrade of(Checkout checkout) {
        Path project = checkout.project();
        ProjectFiles files = new ProjectFiles(checkout.root());
        try {
            SortedMap<String, ProjectFiles.Content> content = files.replaceable();
            VersionLock former = VersionLock.read(project);
            ProjectUpgrade upgrade = new ProjectUpgrade(project, checkout.root(), former.version(),
                    VersionLock.of(files.version(), content));
            for (Map.Entry<String, ProjectFiles.Content> file : content.entrySet()) {
                upgrade.compare(file.getKey(), file.getValue(), former.digests().get(file.getKey()));
            }
            return upgrade;
        } catch (IOException e) {
            throw new ControlException("the project cannot be compared with the archive: " + FileErrors.line(e), e);
        }
    }

    private void compare(String path, ProjectFiles.Content content, String former) throws IOException {
        Path file = project.resolve(path);
        boolean isThere = Files.exists(file);
        String present = isThere ? text(file) : "";
        boolean isEdited = isThere && !VersionLock.digest(present).equals(former);
        if (path.equals(ProjectFiles.POM) && isThere) {
            String migrated = ProjectFiles.withVersion(present, to);
            write(path, present, new ProjectFiles.Content(migrated, false), "change the version in ");
        } else if (!isThere && former == null) {
            write(path, present, content, "add ");
        } else if (isThere && !isEdited) {
            write(path, present, content, "replace ");
        } else if (path.equals(ProjectFiles.PARENT_POM)) {
            // The pom names its version: both change, or neither can be read
            write(path, present, content, "replace, with a copy of what was edited here, ");
        } else if (isThere && !present.equals(content.text()) && !next.digests().get(path).equals(former)) {
            lines.add("keep " + path + ", which was edited here; what it is in " + to + ": " + source(path));
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ControlException(file + " is not UTF-8", e);
        }
    }

    private void write(String path, String present, ProjectFiles.Content content, String verb) {
        if (!present.equals(content.text())) {
            written.put(path, content);
            lines.add(verb + path);
        }
    }

    /** Where the archive has a file's text. */
    private Path source(String path) {
        if (path.startsWith("runbooks/")) {
            return archive.resolve(path);
        }
        Path infra = archive.resolve("platform-infra").resolve(path);
        return Files.exists(infra) ? infra : archive.resolve("project").resolve(path);
    }

    /** {@return the project's version, empty where it notes none} */
    public String from() {
        return from;
    }

    /** {@return the archive's version} */
    public String to() {
        return to;
    }

    /** {@return a line for each file that changes, or that was edited and so does not} */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** {@return whether the project is of the archive's version and has its files} */
    public boolean isNothing() {
        return written.isEmpty() && from.equals(to);
    }

    /**
     * Writes the environments as they become, for a synthesis before anything is changed.
     *
     * @param folder the folder that gets them
     */
    public void writeEnvironments(Path folder) {
        String place = "environments/";
        try {
            // What an earlier comparison left may be of environments that are gone
            Folders.delete(folder);
            Files.createDirectories(folder);
            try (var files = Files.newDirectoryStream(project.resolve(place), "*.yaml")) {
                for (Path file : files) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
            for (Map.Entry<String, ProjectFiles.Content> file : written.entrySet()) {
                if (file.getKey().startsWith(place)) {
                    Files.writeString(folder.resolve(file.getKey().substring(place.length())), file.getValue().text());
                }
            }
        } catch (IOException e) {
            throw new ControlException(FileErrors.line(e), e);
        }
    }

    /**
     * Makes the changes, all or none, after a copy of each file that is replaced.
     *
     * @param backup the folder of the copies, which is not there yet
     * @throws ControlException when a file cannot be written; then all is as before
     */
    public void apply(Path backup) {
        SortedMap<String, ProjectFiles.Content> all = new TreeMap<>(written);
        all.put(VersionLock.FILE, new ProjectFiles.Content(next.text(), false));
        new FileSet(project, backup).replace(all);
    }
}
