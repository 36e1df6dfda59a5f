// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.Platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * ECS resolves an image's tag once for each deployment, and starts each later task of it from the same image: Amazon ECS
 * Developer Guide, "Container image resolution" of rolling deployments.
 */
class ImageOfDeploymentTest {

    private static final String ONE = "echo 'image one'\n" + TestImages.HEALTHY;
    private static final String TWO = "echo 'image two'\n" + TestImages.HEALTHY;

    @TempDir
    private Path folder;

    private TestImages images;

    @BeforeEach
    void writeImages() {
        images = new TestImages(folder.resolve("images")).with("app", ONE).with("other", TestImages.HEALTHY);
    }

    @Test
    void aTaskThatReplacesAnotherRunsTheImageOfTheirDeployment() throws Exception {
        try (RunningPlatform platform = start()) {
            TaskSnapshot first = platform.onlyTask("app");
            images.with("app", TWO);

            platform.runtime().stopTask(first.id(), "asked for");

            assertThat(log(platform.replacement("app", first.id()))).contains("image one");
        }
    }

    @Test
    void anUpdateReplacesTheTasksWhoseImageTheBuildHasMadeAnewAndNoOthers() throws Exception {
        try (RunningPlatform platform = start()) {
            String before = platform.onlyTask("app").id();
            String other = platform.onlyTask("other").id();
            images.with("app", TWO);

            update(platform);

            assertThat(log(platform.replacement("app", before))).contains("image two");
            assertThat(platform.onlyTask("other").id()).isEqualTo(other);
        }
    }

    @Test
    void anImageThatWasWrittenAgainWithTheSameContentReplacesNothing() throws Exception {
        try (RunningPlatform platform = start()) {
            String before = platform.onlyTask("app").id();
            images.with("app", ONE);

            update(platform);

            assertThat(platform.onlyTask("app").id()).isEqualTo(before);
        }
    }

    @Test
    void anImageWithoutTasksIsDeletedWhenTheNextOneIsPulled() throws Exception {
        try (RunningPlatform platform = start()) {
            for (String script : new String[]{TWO, "echo three\n" + ONE, "echo four\n" + ONE}) {
                images.with("app", script);
                update(platform);
            }

            try (var kept = Files.list(folder.resolve("state/pulled/app"))) {
                assertThat(kept.count()).isLessThanOrEqualTo(2);
            }
        }
    }

    /** Rolling deployment, minimumHealthyPercent 100: the old task runs until the new one is healthy. */
    @Test
    void anImageOfAnotherFolderIsRunUntilTheBuildsIsApplied() throws Exception {
        images.write("app", TWO, folder.resolve("edited"));
        try (RunningPlatform platform = start()) {
            String first = platform.onlyTask("app").id();

            platform.runtime().runImage("app", folder.resolve("edited")).get(20, TimeUnit.SECONDS);

            TaskSnapshot edited = platform.replacement("app", first);
            assertThat(log(edited)).contains("image two");
            platform.runtime().useBuiltImages();
            update(platform);
            assertThat(log(platform.replacement("app", edited.id()))).contains("image one");
        }
    }

    @Test
    void theFirstTaskOfAnotherImageThatFailsEndsItsDeploymentAndTheOldTaskGoesOn() throws Exception {
        images.write("app", TestImages.BROKEN, folder.resolve("edited"));
        try (RunningPlatform platform = start()) {
            String first = platform.onlyTask("app").id();

            assertThatThrownBy(() -> platform.runtime().runImage("app", folder.resolve("edited")).get(20,
                    TimeUnit.SECONDS)).cause().isInstanceOf(EcsException.class)
                    .hasMessageContaining("app cannot be started: 1 tasks failed")
                    .hasMessageContaining("exited with code 3; its last line: no database");

            platform.runtime().awaitStable(RunningPlatform.TIMEOUT);
            assertThat(platform.runtime().snapshot().service("app").tasks())
                    .filteredOn(task -> task.lastStatus() == TaskStatus.RUNNING).singleElement()
                    .extracting(TaskSnapshot::id).isEqualTo(first);
        }
    }

    @Test
    void aFolderWithoutAnImageIsRefusedAndNothingIsReplaced() {
        try (RunningPlatform platform = start()) {
            String first = platform.onlyTask("app").id();

            assertThatThrownBy(() -> platform.runtime().runImage("app", folder.resolve("none")))
                    .isInstanceOf(EcsException.class)
                    .hasMessage(folder.resolve("none") + " is no image folder: it has no image.json");

            assertThat(platform.onlyTask("app").id()).isEqualTo(first);
        }
    }

    private RunningPlatform start() {
        return new RunningPlatform(folder, declared()).start();
    }

    private static Platform declared() {
        return TestService.platform(new TestService("app"), new TestService("other"));
    }

    private static void update(RunningPlatform platform) throws Exception {
        platform.runtime().apply(declared(), RollOrder.ONE_AFTER_ANOTHER, RunningPlatform.TIMEOUT).get(20,
                TimeUnit.SECONDS);
        platform.runtime().awaitStable(RunningPlatform.TIMEOUT);
    }

    private String log(TaskSnapshot task) throws Exception {
        return Files.readString(folder.resolve("state/logs/app").resolve(task.id()).resolve("app.log"));
    }
}
