// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlFile;
import io.highlands.local.control.StateFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StateFolderTest {

    @TempDir
    private Path folder;

    @Test
    void onlyOneHolderHasTheLock() {
        StateFolder state = new StateFolder(folder);
        try (PlatformLock held = PlatformLock.tryTake(state).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(PlatformLock.tryTake(state)).isEmpty();
        }
    }

    @Test
    void aLockGivenBackCanBeTakenAgain() {
        StateFolder state = new StateFolder(folder);
        PlatformLock.tryTake(state).orElseThrow().close();

        assertThat(PlatformLock.tryTake(state)).hasValueSatisfying(PlatformLock::close);
    }

    @Test
    void theControlFileIsReadableByItsOwnerOnly() throws IOException {
        StateFolder state = new StateFolder(folder);
        ControlFile written = new ControlFile(42, 4711, "secret", "local");
        written.write(state);

        assertThat(ControlFile.read(state)).contains(written);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.controlFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsKeptIsReadableByItsOwnerOnlyAlsoInAFolderOfAnEarlierVersion() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        new StateFolder(folder).prepare();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }

    @Test
    void aTornControlFileMeansThatNothingRuns() throws IOException {
        StateFolder state = new StateFolder(folder);
        Files.writeString(state.controlFile(), "{\"pid\":4");

        assertThat(ControlClient.find(state)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new StateFolder(file.resolve(".highlands")).prepare())
                .isInstanceOf(ControlException.class).hasMessageContaining(file.resolve(".highlands").toString())
                .hasMessageNotContaining("\n");
    }
}
