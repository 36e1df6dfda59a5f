// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.List;

/** The links of a page: to other pages, or out of the repository by https. */
final class Links {

    private Links() {
    }

    static List<Mistake> mistakes(String file, String text, List<String> kinds) {
        return new MarkdownText(text.lines().toList(), 0).targets().stream()
                .filter(link -> !leadsSomewhere(link.target(), kinds))
                .map(link -> new Mistake(file, link.line(), "the link to '" + link.target()
                        + "' leads nowhere; allowed: another page's file, README.md, https://…"))
                .toList();
    }

    private static boolean leadsSomewhere(String target, List<String> kinds) {
        String file = target.replaceFirst("#.*", "");
        return target.startsWith("https://") || file.equals(RunbookFolder.INDEX)
                || file.endsWith(".md") && kinds.contains(file.substring(0, file.length() - ".md".length()));
    }
}
