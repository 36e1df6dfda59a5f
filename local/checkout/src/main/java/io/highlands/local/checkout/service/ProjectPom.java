// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/** The pom of a project, which lists its services and is their parent. */
final class ProjectPom implements Modules {

    private static final Pattern COORDINATES = Pattern.compile("(?s)<parent>.*?</parent>|<(?:modules|build|properties|"
            + "dependencies|dependencyManagement|profiles)>.*|<(groupId|artifactId|version)>\\s*([^<\\s]+)\\s*<");
    private static final Pattern END = Pattern.compile("(?m)^([ \\t]*)</modules>");
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*");

    private final Path pom;
    private final Path folder;
    private final Path begun;

    ProjectPom(Checkout checkout) {
        Path project = checkout.project();
        this.pom = project.resolve("pom.xml");
        this.folder = project.resolve("services");
        this.begun = checkout.root().resolve("project");
    }

    @Override
    public Path folder() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ControlException(folder + " cannot be written: " + FileErrors.reason(e), e);
        }
    }

    @Override
    public ModuleStyle style() {
        Map<String, String> own = coordinates();
        String group = own.get("groupId");
        if (!PACKAGE.matcher(group).matches()) {
            throw new ControlException(pom + ": groupId: found '" + group
                    + "', with which no package begins; allowed: words of small letters and digits with dots between");
        }
        return new ModuleStyle("project-pom.xml", group + ".", Map.of("parent.group", group, "parent.artifact",
                own.get("artifactId"), "parent.version", own.get("version")), false);
    }

    /** The project's own, not those of its parent. */
    private Map<String, String> coordinates() {
        Map<String, String> found = new LinkedHashMap<>();
        for (Matcher matcher = COORDINATES.matcher(read()); matcher.find();) {
            if (matcher.group(1) != null) {
                found.putIfAbsent(matcher.group(1), matcher.group(2));
            }
        }
        for (String key : List.of("groupId", "artifactId", "version")) {
            if (!found.containsKey(key)) {
                throw new ControlException(
                        pom + ": " + key + ": found none of the project before 'modules'; allowed: one");
            }
        }
        return found;
    }

    @Override
    public void refuseTaken(String name) {
        if (read().contains("<module>services/" + name + "</module>")) {
            throw new ControlException("'" + name + "' is the name of a module in " + pom
                    + "; allowed: a name without a module");
        }
    }

    @Override
    public SequencedMap<Path, String> with(String name, List<String> declared) {
        String text = read();
        Matcher end = END.matcher(text);
        if (!end.find()) {
            throw new ControlException(
                    pom + ": modules: found no list of them; allowed: one whose end has a line of its own");
        }
        String added = end.group(1) + "  <module>services/" + name + "</module>"
                + (text.contains("\r\n") ? "\r\n" : "\n");
        return new LinkedHashMap<>(Map.of(pom, text.substring(0, end.start()) + added + text.substring(end.start())));
    }

    private String read() {
        if (!Files.exists(pom)) {
            throw new ControlException(
                    pom + " is missing, which lists the project's services; a new project has it and what it"
                            + " needs: copy the files of " + begun);
        }
        try {
            return Files.readString(pom);
        } catch (IOException e) {
            throw new ControlException(pom + " cannot be read: " + FileErrors.reason(e), e);
        }
    }
}
