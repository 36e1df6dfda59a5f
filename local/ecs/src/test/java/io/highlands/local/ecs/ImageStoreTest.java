// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.TaskDefinitionSpec;

import static org.assertj.core.api.Assertions.assertThat;

class ImageStoreTest {

    private final TaskDefinitionSpec task = new TestService("app").spec().taskDefinition();

    @TempDir
    private Path folder;

    private Path app;
    private ImageStore store;

    @BeforeEach
    void build() throws Exception {
        new TestImages(folder.resolve("built")).with("app", TestImages.HEALTHY);
        app = folder.resolve("built/app/target/image/app");
        Files.createDirectories(app.resolve("lib"));
        Files.writeString(app.resolve("app.jar"), "one");
        Files.writeString(app.resolve("lib/own-0.1.0-SNAPSHOT.jar"), "one");
        Files.writeString(app.resolve("lib/spring-7.jar"), "spring");
        Files.writeString(app.resolve("app.aot"), "cache");
        store = new ImageStore(new Images(folder.resolve("built")), folder.resolve("store"));
    }

    @Test
    void theNextBuildWritesNoFileOfAPulledImage() throws Exception {
        Path pulled = pull().image().root();
        Files.writeString(app.resolve("app.jar"), "two");
        Files.writeString(app.resolve("lib/own-0.1.0-SNAPSHOT.jar"), "two");
        Files.writeString(app.resolve("launch"), "two");

        assertThat(pulled.resolve("app.jar")).hasContent("one");
        assertThat(pulled.resolve("lib/own-0.1.0-SNAPSHOT.jar")).hasContent("one");
        assertThat(pulled.resolve("launch")).content().startsWith("#!/bin/sh");
        assertThat(Files.isExecutable(pulled.resolve("launch"))).isTrue();
    }

    @Test
    void aPulledFileHasTheTimeThatTheAotCacheWasMadeWith() throws Exception {
        FileTime built = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));
        Files.setLastModifiedTime(app.resolve("app.jar"), built);

        assertThat(Files.getLastModifiedTime(pull().image().root().resolve("app.jar"))).isEqualTo(built);
    }

    @Test
    void linksOfTheBuildAreFollowed() throws Exception {
        Path agents = Files.createDirectories(folder.resolve("agents"));
        Files.writeString(agents.resolve("agent.jar"), "agent");
        Files.createSymbolicLink(Files.createDirectories(app.resolve("agents")).resolve("agent.jar"),
                Path.of("../../../../../../agents/agent.jar"));

        assertThat(pull().image().root().resolve("agents/agent.jar")).hasContent("agent");
    }

    @Test
    void anotherAotCacheIsNotAnotherImage() throws Exception {
        String before = pull().digest();
        Files.writeString(app.resolve("app.aot"), "another");

        assertThat(pull().digest()).isEqualTo(before);
    }

    @Test
    void aFileOfAnotherNameIsAnotherImage() throws Exception {
        String before = pull().digest();
        Files.move(app.resolve("lib/spring-7.jar"), app.resolve("lib/spring-8.jar"));

        assertThat(pull().digest()).isNotEqualTo(before);
    }

    @Test
    void whatAnEarlierRunPulledIsForgotten() {
        Path pulled = pull().image().root();

        new ImageStore(new Images(folder.resolve("built")), folder.resolve("store"));

        assertThat(pulled).doesNotExist();
    }

    private ImageStore.Pulled pull() {
        return store.pull(task, task.container("app"));
    }
}
