// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.error;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OneLineLogTest {

    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void aRecordIsOneLineWithItsParameters() {
        LogRecord record = new LogRecord(Level.WARNING, "the log of {0}\nis closed");
        record.setParameters(new Object[]{"service-a"});
        log().publish(record);

        assertThat(printed.toString()).isEqualTo("highlands: the log of service-a is closed\n");
    }

    @Test
    void theStackTraceOfARecordIsInTheFileThatItsLineNames() {
        LogRecord record = new LogRecord(Level.SEVERE, "DeleteAlarms");
        record.setThrown(new IllegalStateException("a defect"));
        log().publish(record);

        assertThat(printed.toString()).hasLineCount(1).doesNotContain("Exception").startsWith("highlands: DeleteAlarms "
                + "failed because of an internal error; the stack trace is in " + folder);
        assertThat(folder.toFile().listFiles()).singleElement()
                .satisfies(file -> assertThat(file).content().contains("java.lang.IllegalStateException: a defect"));
    }

    @Test
    void anErrorOfTheFileSystemKeepsWhatWasLoggedAndItsStackTrace() {
        LogRecord record = new LogRecord(Level.SEVERE, "a step of the scheduler");
        record.setThrown(new UncheckedIOException(new IOException("No space left on device")));
        log().publish(record);

        assertThat(printed.toString()).hasLineCount(1)
                .startsWith("highlands: a step of the scheduler: No space left on "
                        + "device; the stack trace is in " + folder);
        assertThat(folder.toFile().listFiles()).hasSize(1);
    }

    @Test
    void anErrorForUsersKeepsWhatWasLogged() {
        LogRecord record = new LogRecord(Level.SEVERE, "a step of the scheduler");
        record.setThrown(new PortTakenException("127.0.0.1", 8080, new IOException()));
        log().publish(record);

        assertThat(printed.toString()).startsWith("highlands: a step of the scheduler: 127.0.0.1:8080 is taken");
        assertThat(folder).isEmptyDirectory();
    }

    private OneLineLog log() {
        return new OneLineLog(new PrintWriter(printed, true), () -> new ErrorLog(folder));
    }
}
