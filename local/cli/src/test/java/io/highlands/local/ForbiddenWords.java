// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code build/forbidden-words.txt}: words, what to write instead, and exceptions with their reasons. */
final class ForbiddenWords {

    /** Where a word is not used. */
    enum Place {
        NAMES, COMMENTS, MESSAGES, DOCUMENTS
    }

    private static final String FILE = "build/forbidden-words.txt";

    private final List<Word> words = new ArrayList<>();
    private final List<Exempt> exceptions = new ArrayList<>();
    private final Set<Exempt> used = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    ForbiddenWords() {
        try {
            for (String line : Files.readAllLines(Repository.ROOT.resolve(FILE))) {
                String[] cells = line.split(" \\| ");
                if (line.startsWith("except ")) {
                    exceptions.add(new Exempt(cells[1].strip(), cells[2].strip()));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    words.add(Word.of(cells));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks for words in a text.
     *
     * @param place what the text is
     * @param file where it is, below the repository
     * @param text the text; its lines are those of the file from {@code line} on
     * @param line the number of its first line, from 1
     */
    void check(Place place, Path file, String text, int line) {
        for (Word word : words) {
            if (word.places().contains(place)) {
                Matcher matcher = word.pattern().matcher(text);
                while (matcher.find()) {
                    String found = matcher.group();
                    if (!isExcepted(file, found)) {
                        int at = line + (int) text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
                        findings.add(file + ":" + at + ": '" + found.replaceAll("\\s+", " ") + "', write: "
                                + word.instead());
                    }
                }
            }
        }
    }

    /** {@return whether a file has an exception for a word, which is then used} */
    boolean isExcepted(Path file, String word) {
        Exempt exempt = new Exempt(file.toString(), word);
        boolean excepted = exceptions.contains(exempt);
        if (excepted) {
            used.add(exempt);
        }
        return excepted;
    }

    /** {@return each use of a word: file, line, word and what to write} */
    List<String> findings() {
        return findings;
    }

    /** {@return exceptions that excepted nothing until now} */
    List<Exempt> unused() {
        return exceptions.stream().filter(exempt -> !used.contains(exempt)).toList();
    }

    /**
     * An exception.
     *
     * @param file the only file for which it is one
     * @param word as it is found, or {@code length}
     */
    record Exempt(String file, String word) {}

    private record Word(Pattern pattern, String instead, Set<Place> places) {

        static Word of(String... cells) {
            Set<Place> places = new HashSet<>();
            for (String place : cells[2].split(",")) {
                places.add(Place.valueOf(place.strip().toUpperCase(Locale.ROOT)));
            }
            return new Word(Pattern.compile("(?<![\\w.#/-])(?:" + cells[0].strip().replace(" ", "\\s+(?:\\*\\s+)?")
                    + ")(?![\\w/-]|\\.\\w)", Pattern.CASE_INSENSITIVE), cells[1].strip(), places);
        }
    }
}
