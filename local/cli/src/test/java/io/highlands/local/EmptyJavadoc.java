// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Javadoc whose description has no word that is not in the name of the type, method or constructor below it. */
final class EmptyJavadoc {

    /** A comment, annotations, and the declaration up to its body, value or end; of long annotations as well, without recursion. */
    private static final Pattern DOCUMENTED = Pattern.compile("/\\*\\*((?s:.*?))\\*/\\s*"
            + "((?:@\\w+(?:\\((?:[^()]++|\\([^()]*+\\))*+\\))?\\s*)*)([^;{=]*)");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum)\\s+(\\w+)");
    private static final Pattern METHOD = Pattern.compile("^[^(]*?(\\w+)\\s*\\(");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern TAGS = Pattern.compile("\\s@(?:param|return|throws|see)\\b");
    private static final Pattern RETURN = Pattern.compile("^\\s*\\{@return\\s+(.*)}\\s*$", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s+([^}]*)}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
    private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s");
    private static final Set<String> NO_CONTENT = Set.of("a", "an", "the", "of", "its", "it", "this", "that", "to",
            "is", "in",
            "for", "and", "or", "as", "with", "from", "on", "by", "at", "be", "are", "their", "them", "they", "one",
            "all",
            "new", "get", "gets", "return", "returns", "set", "sets", "make", "makes", "create", "creates", "build",
            "builds",
            "construct", "constructs");

    private EmptyJavadoc() {
    }

    /**
     * Reads a source.
     *
     * @param file where it is, below the repository
     * @param source its text
     * @return file, line and description of each that says nothing
     */
    static List<String> in(Path file, String source) {
        List<String> found = new ArrayList<>();
        for (MatchResult documented : DOCUMENTED.matcher(source).results().toList()) {
            String text = description(documented.group(1));
            String name = name(documented.group(3));
            if (!name.isEmpty() && !text.isBlank() && content(stems(name)).containsAll(content(stems(text)))) {
                found.add(file + ":" + source.substring(0, documented.start()).lines().count() + ": '" + text.strip()
                        + "' says no more than '" + name + "'; write what it is, its unit, its errors, or nothing");
            }
        }
        return found;
    }

    private static String description(String comment) {
        String text = TAGS.split(" " + comment.replaceAll("\\n\\s*\\*", " "))[0];
        Matcher returned = RETURN.matcher(text);
        return INLINE.matcher(returned.matches() ? returned.group(1) : text).replaceAll("$1");
    }

    private static String name(String declaration) {
        Matcher type = TYPE.matcher(declaration);
        if (type.find()) {
            return type.group(1);
        }
        Matcher method = METHOD.matcher(declaration);
        return method.find() && !CONSTANT.matcher(method.group(1)).matches() ? method.group(1) : "";
    }

    private static Set<String> stems(String text) {
        return WORD.matcher(text).results().flatMap(word -> Arrays.stream(JavaText.words(word.group()).split(" ")))
                .collect(Collectors.toSet());
    }

    private static Set<String> content(Set<String> words) {
        return words.stream().filter(word -> !NO_CONTENT.contains(word)).map(EmptyJavadoc::stem)
                .collect(Collectors.toSet());
    }

    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String ending : ENDINGS) {
            if (lower.endsWith(ending) && lower.length() - ending.length() >= 3) {
                return lower.substring(0, lower.length() - ending.length()).replaceAll("[ei]$", "");
            }
        }
        return lower.length() > 3 ? lower.replaceAll("[eiy]$", "") : lower;
    }
}
