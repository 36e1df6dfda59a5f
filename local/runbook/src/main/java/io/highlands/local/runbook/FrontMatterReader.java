// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import io.highlands.local.error.ParserMessage;
import io.highlands.local.yaml.YamlDepth;

/** Reads a page's front matter. */
final class FrontMatterReader {

    private static final List<String> SEVERITIES = List.of("page", "ticket", "guard");

    private final String file;
    private final List<String> lines;

    FrontMatterReader(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    FrontMatter read() {
        Fields front = new Fields(file, lines, "", yaml());
        if (front.flag("routine")) {
            front.only("routine", "owner");
            return new FrontMatter("", "", front.text("owner"), "", Optional.empty(), List.of(), List.of(), true);
        }
        front.only("alarm", "severity", "owner", "dashboard", "rehearsal", "expects", "may-also-fire");
        String severity = front.text("severity");
        if (!SEVERITIES.contains(severity)) {
            throw front.bad("severity", "'" + severity + "'; allowed: " + String.join(", ", SEVERITIES));
        }
        return new FrontMatter(front.text("alarm"), severity, front.text("owner"), front.text("dashboard"),
                Optional.of(rehearsal(front.fields("rehearsal"))), front.texts("expects"),
                front.texts("may-also-fire"), false);
    }

    private static RehearsalSpec rehearsal(Fields spec) {
        spec.only("fault", "with", "sick", "mitigation", "fires-within", "clears-within", "requests-per-second",
                "needs",
                "virtual", "fis");
        String needs = spec.has("needs") ? spec.text("needs") : "";
        if (!needs.isEmpty() && !needs.equals("tracing")) {
            throw spec.bad("needs", "'" + needs + "'; allowed: tracing");
        }
        return new RehearsalSpec(spec.text("fault"), spec.map("with"), spec.texts("sick"), spec.texts("mitigation"),
                spec.time("fires-within"), spec.time("clears-within"),
                spec.has("requests-per-second") ? spec.whole("requests-per-second", 1, 100) : 0, !needs.isEmpty(),
                spec.flag("virtual"),
                spec.text("fis"));
    }

    private Map<?, ?> yaml() {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            String text = String.join("\n", lines);
            YamlDepth.check(settings, text);
            Object content = new Load(settings).loadFromString(text);
            if (content instanceof Map<?, ?> map) {
                return map;
            }
            throw new RunbookException(file, 1, "the front matter is no list of names with values");
        } catch (MarkedYamlEngineException mistake) {
            int line = mistake.getProblemMark().map(mark -> mark.getLine() + 2).orElse(1);
            throw new RunbookException(file, line,
                    "the front matter is no YAML: " + ParserMessage.of(mistake.getProblem()));
        } catch (YamlEngineException mistake) {
            throw new RunbookException(file, 1,
                    "the front matter is no YAML: " + ParserMessage.of(mistake.getMessage()));
        }
    }
}
