// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.support;

import java.nio.file.Path;

import io.highlands.infra.declaration.ServicesFile;
import io.highlands.infra.topology.Topology;

/** The services that the repository declares. */
public final class DeclaredServices {

    /** The repository's {@code services.yaml}. */
    public static final Path FILE = Path.of(ServicesFile.NAME);

    /** As they are in the repository. */
    public static final Topology ALL = new ServicesFile(FILE).read();

    private DeclaredServices() {
    }
}
