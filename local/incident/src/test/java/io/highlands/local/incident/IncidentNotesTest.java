// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.control.message.IncidentReport.Note;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class IncidentNotesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aNoteOutlivesARestartAndIsFoundInThePeriodThatItIsAbout() {
        try (TelemetryStore store = open()) {
            notes(store).add(Optional.empty(), " Scaled out\r\n to 4 ");
        }
        try (TelemetryStore store = open()) {
            assertThat(notes(store).in(NOW.minusSeconds(60), NOW)).extracting(Note::at, Note::text)
                    .containsExactly(tuple(NOW, "Scaled out\n to 4"));
            assertThat(notes(store).in(NOW.minusSeconds(60), NOW.minusSeconds(1))).isEmpty();
        }
    }

    @Test
    void whatIsEmptyTooLongOrInTheFutureIsRefusedInOneLine() {
        try (TelemetryStore store = open()) {
            IncidentNotes notes = notes(store);
            assertThatThrownBy(() -> notes.add(Optional.empty(), " \n")).hasMessage(
                    "the note is empty; write 1 to 2000 characters");
            assertThatThrownBy(() -> notes.add(Optional.empty(), "x".repeat(2001))).hasMessage(
                    "the note has 2001 characters; at most 2000 are kept");
            assertThatThrownBy(() -> notes.add(Optional.of(NOW.plusSeconds(1)), "x")).hasMessage(
                    "the note's time 2026-01-01T10:00:01Z is in the future; it is now 2026-01-01T10:00:00Z");
            assertThat(notes.in(Instant.EPOCH, NOW)).isEmpty();
        }
    }

    @Test
    void nothingIsAddedToAFullListUntilANoteIsRemoved() {
        try (TelemetryStore store = open()) {
            IncidentNotes notes = notes(store);
            Note first = notes.add(Optional.empty(), "0");
            for (int i = 1; i < IncidentNotes.MAX_NOTES; i++) {
                notes.add(Optional.empty(), String.valueOf(i));
            }
            assertThatThrownBy(() -> notes.add(Optional.empty(), "more")).hasMessage(
                    "there are 500 notes already, and no more are kept; remove one first");
            notes.remove(first.id());
            notes.add(Optional.empty(), "more");
            assertThatThrownBy(() -> notes.remove(first.id())).hasMessageStartingWith("there is no note '");
        }
    }

    private TelemetryStore open() {
        return TelemetryStore.open(StoreOptions.in(folder));
    }

    private static IncidentNotes notes(TelemetryStore store) {
        return new IncidentNotes(store.states(), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
