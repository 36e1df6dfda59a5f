// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/**
 * Makes the image folder of each service whose image this machine cannot run: the command that runs in its place, and the folder
 * in which it does. The process sees that folder itself, not a copy.
 */
public final class ProcessImages {

    /** What tells such a folder from one that holds an image. */
    private static final String MARK = "process.json";

    private final Checkout checkout;
    private final ImageFolders folders;
    private final String path;

    /**
     * Makes them in the checkout's state folder, where local mode looks for them.
     *
     * @param checkout the checkout
     * @param path folders of programs, parted by the machine's separator
     */
    public ProcessImages(Checkout checkout, String path) {
        this.checkout = checkout;
        this.folders = ImageFolders.of(checkout, MARK);
        this.path = path;
    }

    /**
     * Brings them up to date. All commands are looked for before the first folder is changed.
     *
     * @param assembly the synthesized stacks
     * @return the services that run a process
     * @throws ControlException with the line of services.yaml at fault where a command cannot be run
     */
    public List<String> make(Path assembly) {
        List<ProcessService> services = ProcessService.of(assembly);
        services.forEach(this::check);
        List<String> names = services.stream().map(ProcessService::name).toList();
        try {
            folders.keepOnly(names);
            for (ProcessService service : services) {
                make(service);
            }
        } catch (IOException e) {
            throw new ControlException("an image cannot be made in " + folders.root() + ": " + FileErrors.reason(e), e);
        }
        return names;
    }

    private void check(ProcessService service) {
        Path directory = directory(service);
        if (!Files.isDirectory(directory)) {
            throw key(service, "local.folder").refuse("found " + directory + ", which is no folder",
                    "the folder in which the command runs");
        }
        String program = service.command().getFirst();
        List<Path> candidates = program.contains("/")
                ? List.of(directory.resolve(program))
                : Stream.of(path.split(Pattern.quote(File.pathSeparator))).filter(each -> !each.isEmpty())
                        .map(each -> Path.of(each).resolve(program)).toList();
        List<Path> files = candidates.stream().filter(Files::isRegularFile).toList();
        if (files.stream().noneMatch(Files::isExecutable)) {
            DeclaredKey local = key(service, "local.command");
            throw (local.isThere() ? local : key(service, "command")).refuse(
                    "found " + program + ", which is "
                            + (files.isEmpty() ? "not there" : "not executable: " + files.getFirst()),
                    "a program on the PATH, or the path of one seen from " + directory
                            + "; it runs on this machine in the image's place, local.command may name another");
        }
    }

    private DeclaredKey key(ProcessService service, String key) {
        return new DeclaredKey(checkout.services(), service.name(), key);
    }

    private Path directory(ProcessService service) {
        return checkout.services().toAbsolutePath().resolveSibling(service.folder().orElse(".")).normalize();
    }

    private void make(ProcessService service) throws IOException {
        Path image = folders.prepared(service.name());
        Path directory = directory(service);
        Map<String, Object> files = new TreeMap<>(Map.of("files", service.folder().isPresent()
                ? new FolderState(directory).digest()
                : ""));
        Files.writeString(image.resolve(MARK), JsonMapper.shared().writeValueAsString(files));
        Files.writeString(image.resolve("image.json"), JsonMapper.shared().writeValueAsString(new TreeMap<>(Map.of(
                "process", true, "command", service.command(), "workingDirectory", directory.toString()))));
    }
}
