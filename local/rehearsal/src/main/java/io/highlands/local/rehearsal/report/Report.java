// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.highlands.local.rehearsal.RehearsalException;
import io.highlands.local.rehearsal.Result;
import io.highlands.local.rehearsal.replay.RecordingFile;

/** The folder of a report: a page per rehearsal, {@code index.html}, {@code junit.xml}, and what each
 * page's commands said and alarms looked at, in JSON; all are written anew after each. */
public final class Report {

    private final Path folder;
    private final List<Result> results = new ArrayList<>();

    /**
     * Makes the folder.
     *
     * @param folder where the report goes
     * @throws RehearsalException when it cannot be made
     */
    public Report(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RehearsalException("--report " + folder + " cannot be made: " + e.getMessage());
        }
    }

    /**
     * Adds what came of a page.
     *
     * @param result the page's rehearsal
     * @throws RehearsalException when it cannot be written
     */
    public void add(Result result) {
        results.add(result);
        write(result.page().kind() + ".html", ResultPage.of(result));
        write(result.page().kind() + ".transcript.json", Transcript.of(result));
        result.recording().ifPresent(recording -> RecordingFile.write(recording,
                folder.resolve(result.page().kind() + ".recording.json")));
        write("index.html", IndexPage.of(results));
        write("junit.xml", JunitXml.of(results));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new RehearsalException(folder.resolve(name) + " cannot be written: " + e.getMessage());
        }
    }
}
