// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.highlands.local.ecs.process.Folders;
import io.highlands.local.mesh.HostsEntry;

/**
 * The files of one task: its hosts file, its {@code /tmp} and the records of its processes. All but its logs goes with it.
 *
 * @param root the task's folder
 * @param logs the folder of its log files
 */
record TaskFolder(Path root, Path logs) {

    private static final String OWN_NAME = ownName();

    static TaskFolder of(Path stateDir, String service, String taskId) {
        return new TaskFolder(stateDir.resolve("tasks").resolve(taskId),
                stateDir.resolve("logs").resolve(service).resolve(taskId));
    }

    void create() throws IOException {
        Files.createDirectories(temporary());
        Files.createDirectories(logs);
    }

    /** What stands for the container's {@code /tmp}. */
    Path temporary() {
        return root.resolve("tmp");
    }

    Path hosts() {
        return root.resolve("hosts");
    }

    Path record(String container) {
        return root.resolve(container + ".process");
    }

    Path log(String container) {
        return logs.resolve(container + ".log");
    }

    /** A JVM resolves nothing but what is in this file, so it also needs localhost and the machine's own name. */
    void writeHosts(List<HostsEntry> aliases) throws IOException {
        StringBuilder text = new StringBuilder("127.0.0.1 localhost\n127.0.0.1 " + OWN_NAME + "\n");
        aliases.forEach(entry -> text.append(entry.address()).append(' ').append(entry.name()).append('\n'));
        Files.writeString(hosts(), text);
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost.localdomain";
        }
    }

    void delete() throws IOException {
        Folders.delete(root);
    }
}
