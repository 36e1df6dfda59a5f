// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.file.Path;

import io.highlands.local.template.AssemblyFolder;

/** A stack named {@code stack} with one resource named {@code Subject}, whose property {@code P} is under test. */
final class Subject {

    private Subject() {
    }

    static Properties with(Path folder, String value) {
        return with(folder, value, "");
    }

    /** With more resources, and sections beside them. */
    static Properties with(Path folder, String value, String resources, String... sections) {
        AssemblyFolder.in(folder).stack("stack", template(value, resources, sections)).write();
        return read(folder);
    }

    static String template(String value, String resources, String... sections) {
        StringBuilder template = new StringBuilder("{'Resources': {" + resources);
        template.append(resources.isEmpty() ? "" : ", ");
        template.append("'Subject': {'Type': 'Custom::Subject', 'Properties': {'P': ").append(value).append("}}}");
        for (String section : sections) {
            template.append(", ").append(section);
        }
        return template.append("}").toString();
    }

    static Properties read(Path folder) {
        LocalValues locals = LocalValues.read(folder.resolve("local-values.json"));
        return new Inventory(CloudAssembly.read(folder), locals).all("Custom::Subject").getFirst();
    }
}
