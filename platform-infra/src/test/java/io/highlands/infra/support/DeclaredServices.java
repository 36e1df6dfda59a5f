// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.support;

import java.nio.file.Path;

import io.highlands.infra.declaration.ServicesFile;
import io.highlands.infra.topology.Topology;

/** The services that the repository declares, and those of the tests. */
public final class DeclaredServices {

    /** The repository's {@code services.yaml}. */
    public static final Path FILE = Path.of(ServicesFile.NAME);

    /** The tests' own, of services A, C and B. */
    static final Path EXAMPLE_FILE = Path.of("src/test/resources", ServicesFile.NAME);

    /** As they are in the repository. */
    public static final Topology ALL = new ServicesFile(FILE).read();

    /** Services A, C and B, which tests of one rule use: they hold whatever the repository declares. */
    public static final Topology EXAMPLE = new ServicesFile(EXAMPLE_FILE).read();

    private DeclaredServices() {
    }
}
