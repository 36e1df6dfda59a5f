// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The files of an archive that a project begins with.
 *
 * @param root the folder of the unpacked archive
 */
record SampleArchive(Path root) {

    private static final Path POM = Path.of("../../distribution/src/project/pom.xml");

    static SampleArchive in(Path folder, String version) throws IOException {
        SampleArchive archive = new SampleArchive(folder);
        archive.write("platform-infra/environments/local.yaml", "image: local # of this machine\n");
        archive.write("platform-infra/environments/prod.yaml", "account: '1'\n");
        archive.write("platform-infra/services.yaml", "services: {}\n");
        archive.write("platform-infra/services.schema.json", "{}\n");
        archive.write("runbooks/edge-errors.md", "# Edge errors of " + version + "\n");
        archive.write("project/pom.xml", Files.readString(POM).replace("[[project.version]]", version));
        archive.write("project/build/service-parent.xml", "<project>" + version + "</project>\n");
        archive.write("project/.mvn/wrapper/maven-wrapper.properties", "distributionSha256Sum=0\n");
        archive.write("project/mvnw", "#!/bin/sh\n");
        Files.setPosixFilePermissions(archive.root().resolve("project/mvnw"),
                PosixFilePermissions.fromString("r-xr-xr-x"));
        return archive;
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
