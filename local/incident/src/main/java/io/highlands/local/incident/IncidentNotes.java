// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.control.message.IncidentReport.Note;
import io.highlands.local.store.StateStore;

/** What people write down during an incident. It is kept with the platform's state until it is removed. */
public final class IncidentNotes {

    /** The longest text, in characters. */
    public static final int MAX_CHARACTERS = 2_000;
    /** The most notes, of all incidents together. */
    public static final int MAX_NOTES = 500;

    private static final String KIND = "incident-note";
    private static final JsonMapper JSON = new JsonMapper();

    private final StateStore states;
    private final Clock clock;

    /**
     * Keeps notes of a platform.
     *
     * @param states where they are kept
     * @param clock tells the time
     */
    public IncidentNotes(StateStore states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    /**
     * Writes a note down.
     *
     * @param at the moment that it is about; empty for now
     * @param text 1 to {@value #MAX_CHARACTERS} characters
     * @return the note
     * @throws IllegalArgumentException for an empty or too long text, a moment in the future, or one note more than
     *             {@value #MAX_NOTES}; its message is one line
     */
    public synchronized Note add(Optional<Instant> at, String text) {
        String written = text.strip().replace("\r\n", "\n");
        Instant now = clock.instant();
        Instant moment = at.orElse(now).truncatedTo(ChronoUnit.MILLIS);
        if (written.isEmpty()) {
            throw new IllegalArgumentException("the note is empty; write 1 to " + MAX_CHARACTERS + " characters");
        }
        if (written.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    "the note has " + written.length() + " characters; at most " + MAX_CHARACTERS + " are kept");
        }
        if (moment.isAfter(now)) {
            throw new IllegalArgumentException("the note's time " + moment + " is in the future; it is now "
                    + now.truncatedTo(ChronoUnit.SECONDS));
        }
        if (states.all(KIND).size() >= MAX_NOTES) {
            throw new IllegalArgumentException(
                    "there are " + MAX_NOTES + " notes already, and no more are kept; remove one first");
        }
        Note note = new Note(UUID.randomUUID().toString(), moment, written);
        states.put(KIND, note.id(),
                JSON.createObjectNode().put("at", moment.toString()).put("text", written).toString());
        return note;
    }

    /**
     * Removes a note.
     *
     * @param id which
     * @throws IllegalArgumentException when there is none; its message is one line
     */
    public synchronized void remove(String id) {
        if (states.get(KIND, id).isEmpty()) {
            throw new IllegalArgumentException("there is no note '" + id + "'; it may have been removed before");
        }
        states.delete(KIND, id);
    }

    /**
     * {@return the notes about a period, oldest first}
     *
     * @param from when it begins
     * @param until when it ends
     */
    public List<Note> in(Instant from, Instant until) {
        return states.all(KIND).entrySet().stream().flatMap(kept -> read(kept).stream())
                .filter(note -> !note.at().isBefore(from) && !note.at().isAfter(until))
                .sorted(Comparator.comparing(Note::at).thenComparing(Note::id)).toList();
    }

    private Optional<Note> read(Map.Entry<String, String> kept) {
        try {
            JsonNode json = JSON.readTree(kept.getValue());
            return Optional.of(new Note(kept.getKey(), Instant.parse(json.path("at").stringValue("")),
                    json.path("text").stringValue("")));
        } catch (JacksonException | DateTimeException unreadable) {
            states.unreadable(KIND, kept.getKey());
            return Optional.empty();
        }
    }
}
