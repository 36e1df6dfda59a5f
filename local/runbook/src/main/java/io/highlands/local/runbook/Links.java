// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The links of a page: to other pages, or out of the repository by https. */
final class Links {

    private static final String CODE = "`[^`]*`";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    private Links() {
    }

    static List<Mistake> mistakes(String file, String text, List<String> kinds) {
        List<Mistake> mistakes = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            LINK.matcher(lines.get(i).replaceAll(CODE, "")).results().map((MatchResult link) -> link.group(1))
                    .filter(target -> !leadsSomewhere(target, kinds))
                    .forEach(target -> mistakes.add(new Mistake(file, line, "the link to '" + target
                            + "' leads nowhere; allowed: another page's file, README.md, https://…")));
        }
        return mistakes;
    }

    private static boolean leadsSomewhere(String target, List<String> kinds) {
        String file = target.replaceFirst("#.*", "");
        return target.startsWith("https://") || file.equals(RunbookFolder.INDEX)
                || file.endsWith(".md") && kinds.contains(file.substring(0, file.length() - ".md".length()));
    }
}
