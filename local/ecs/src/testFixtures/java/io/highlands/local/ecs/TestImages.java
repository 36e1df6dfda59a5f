// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes images as the build does, with a shell script as the entry point. */
public final class TestImages {

    /** Healthy at once, and until somebody removes the file; ends on SIGTERM. */
    public static final String HEALTHY = """
            case ${1:-} in health) exec test -f "$TMPDIR/healthy" ;; esac
            echo "started $HIGHLANDS_SERVICE"
            touch "$TMPDIR/healthy"
            trap 'echo "terminated"; exit 0' TERM
            while :; do sleep 0.05; done
            """;

    /** Deaf to SIGTERM. */
    static final String STUBBORN = """
            case ${1:-} in health) exec true ;; esac
            trap '' TERM
            while :; do sleep 0.05; done
            """;

    /** Cannot start. */
    static final String BROKEN = """
            case ${1:-} in health) exit 1 ;; esac
            echo "starting"
            echo "no database"
            exit 3
            """;

    private final Path root;

    public TestImages(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    public TestImages with(String repository, String script) {
        return write(repository, script, root.resolve(repository).resolve("target/image"));
    }

    /** Writes an image into a folder that is not the build's. */
    TestImages write(String repository, String script, Path image) {
        Path app = image.resolve("app");
        try {
            Files.createDirectories(app);
            Files.writeString(app.resolveSibling("image.json"),
                    """
                            {"repository":"%s","workingDirectory":"/app","user":"10001","entryPoint":["/app/launch"],"command":[],
                             "environment":{"FROM_IMAGE":"yes","HIGHLANDS_SERVICE":"image"}}
                            """
                            .formatted(repository));
            Files.writeString(app.resolve("launch"), "#!/bin/sh\n" + script);
            Files.setPosixFilePermissions(app.resolve("launch"), PosixFilePermissions.fromString("rwxr-xr-x"));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A real HTTP service, {@link HttpApp}. */
    public TestImages withHttp(String repository) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of(HttpApp.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
        return with(repository,
                """
                        case ${1:-} in health) exec curl --fail --silent --output /dev/null --max-time 3 "http://$BIND_ADDRESS/health" ;; esac
                        exec '%s' -XX:+UseSerialGC -Xmx32m $HIGHLANDS_JVM_OPTIONS -cp '%s' %s
                        """
                        .formatted(java, classes, HttpApp.class.getName()));
    }
}
